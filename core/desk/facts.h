/* The facts a claim rests on, and the claim judged from nothing but them. Internal to the desk. */
#pragma once
#include "core/desk/desk-private.h"

/* The claim of facts that holds the same as this one, NULL if there is none. */
QuanClaim *quan_facts_claim (const QuanWorkspace *facts, const QuanClaim *claim);

/* A contract judged from facts; pointers are into facts, view and each other. */
typedef struct {
  QuanWorkspace *facts;   /* of one enterprise */
  QuanView       view;
  QuanCase       subject;
  GPtrArray     *claims;  /* on the contract */
  QuanYears     *years;
  QuanCheck     *check;
} QuanJudgement;

void quan_judgement_free (QuanJudgement *judgement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanJudgement, quan_judgement_free)

/*
 * Judges a contract of facts, which are taken, under a view: claim, which is one of them, as itself, or (NULL) a check
 * before a claim. NULL with QUAN_ERROR_INPUT if the contract is not among the facts, or QUAN_ERROR_OVERFLOW.
 */
QuanJudgement *quan_judge_facts (QuanWorkspace *facts, const char *contract, const QuanClaim *claim,
                                 const QuanView *view, GError **error);
/* The same from the store's records on a date, for a claim that holds the same as this one. The pack is the one it is
 * pinned to, else chosen for that date. */
QuanJudgement *quan_judge_contract (QuanDesk *desk, const QuanEnterprise *enterprise, const char *contract,
                                    const QuanClaim *claim, QuanDate date, GError **error);
