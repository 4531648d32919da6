/* What tests of claims in preparation share: beginning one, typing, and looking at what is shown. */
#pragma once
#include "core/desk/preparation.h"
#include "tests/core/desk-fixture.h"

#define PREPARE_DAY "2024-03-05"
#define PREPARE_CODE DESK_ENTERPRISE
#define PREPARE_OTHER_CODE "91110105MA7KDEF373"

/* Each asserts that it succeeds. */
gint64        prepare_begin (QuanDesk *desk, const char *enterprise, const char *contract);
void          prepare_type (QuanDesk *desk, gint64 id, const char *path, const char *text);
QuanPrepared *prepare_look (QuanDesk *desk, gint64 id);

/* What a field shows, "" for nothing; and why it was not taken, NULL if it was. */
#define assert_shows(prepared_, path_, text_, sentence_)                                         \
  G_STMT_START {                                                                                 \
    g_autofree char *shown_ = quan_prepared_text (prepared_, path_);                             \
    const QuanEntryProblem *problem_ = quan_prepared_problem (prepared_, path_);                 \
    g_assert_cmpstr (shown_ != NULL ? shown_ : "", ==, text_);                                   \
    g_assert_cmpstr (problem_ != NULL ? problem_->sentence : NULL, ==, sentence_);               \
  } G_STMT_END
