/* The steps of the wizard with the state of each, and a few figures below them. */
#pragma once
#include "core/base/money.h"
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_STEP_LIST (quan_step_list_get_type ())
G_DECLARE_FINAL_TYPE (QuanStepList, quan_step_list, QUAN, STEP_LIST, GtkBox)

/* A figure below the steps; the last one is what it is all about. */
typedef struct {
  const char *name;
  QuanFen     fen;
} QuanStepFigure;
#define QUAN_N_STEP_FIGURES 4

/* A row activates wizard.go-to with its step. */
GtkWidget *quan_step_list_new (const char *title, int n_steps);
/* How a step stands; step from 1. */
void quan_step_list_set (QuanStepList *list, int step, const char *title, QuanStepState state, const char *sentence);
/* Marks the step shown. */
void quan_step_list_select (QuanStepList *list, int step);
/* What it is about, and its figures. */
void quan_step_list_show (QuanStepList *list, const char *subject, const QuanStepFigure figures[QUAN_N_STEP_FIGURES]);
