/* The steps of the wizard with the state of each, and the figures of the claim below them. */
#pragma once
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_STEP_LIST (quan_step_list_get_type ())
G_DECLARE_FINAL_TYPE (QuanStepList, quan_step_list, QUAN, STEP_LIST, GtkBox)

/* A row activates wizard.go-to with its step. */
GtkWidget *quan_step_list_new (int n_steps);
/* How a step stands; step from 1. */
void quan_step_list_set (QuanStepList *list, int step, const char *title, QuanStepState state, const char *sentence);
/* Marks the step shown. */
void quan_step_list_select (QuanStepList *list, int step);
/* What the claim is called, and its figures; NULL snapshot: none. */
void quan_step_list_show (QuanStepList *list, const QuanPrepared *prepared);
