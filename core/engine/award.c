#include "core/engine/award.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

/* The part of the calendar that counts. */
typedef struct {
  QuanDate from, until;
} Window;

static gboolean
overflow (const QuanContract *contract, GError **error)
{
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW,
               _("The amounts of contract %s add up to more than this program can compute with; correct its lines."), contract->number);
  return FALSE;
}

/* From the window-start reading (A2) to the pack's last day of delivery, or until if that is earlier. */
static Window
window_of (const QuanView *view, QuanDate until)
{
  Window window = {
    quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_WINDOW_START),
    (QuanDate) quan_parameter_value (view->pack->window_until, view->as_of)->value,
  };

  if (until != QUAN_DATE_NONE)
    window.until = MIN (window.until, until);
  return window;
}

gboolean
quan_line_counts (const QuanView *view, const QuanLine *line)
{
  return (quan_parameter_value (view->pack->counted_kinds, view->as_of)->value >> line->kind & 1) != 0;
}

/* The amount of a line by the tax reading (A5): gross on contract and invoice alike, or net. */
QuanFen
quan_line_amount (const QuanView *view, const QuanLine *line)
{
  return quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_TAX) == QUAN_TAX_NET ? line->net : line->amount;
}

static QuanDate
line_starts (const QuanContract *contract, const QuanLine *line)
{
  return line->starts != QUAN_DATE_NONE ? line->starts : contract->starts;
}

static QuanDate
line_ends (const QuanContract *contract, const QuanLine *line)
{
  return line->ends != QUAN_DATE_NONE ? line->ends : contract->ends;
}

/* How many one-month periods from the start begin by a day; a day the month lacks rolls to the 1st of the next (A1). */
static int
periods_begun (QuanDate starts, QuanDate by)
{
  int start_year, start_month, year, month, day, n;

  if (by < starts)
    return 0;
  quan_date_to_ymd (starts, &start_year, &start_month, &day);
  quan_date_to_ymd (by, &year, &month, &day);
  n = (year - start_year) * 12 + month - start_month;
  return quan_date_add_months (starts, n) > by ? n : n + 1;
}

/* One-month periods from the start; one with at least a day inside the window counts full (A1 months). */
static void
count_months (QuanDate starts, QuanDate ends, Window window, int *inside, int *total)
{
  int over_before = MAX (0, periods_begun (starts, window.from) - 1);

  *total = periods_begun (starts, ends);
  *inside = ends < window.from ? 0 : MAX (0, periods_begun (starts, MIN (ends, window.until)) - over_before);
}

static void
count_days (QuanDate starts, QuanDate ends, Window window, int *inside, int *total)
{
  *total = ends - starts + 1;
  *inside = MAX (0, MIN (ends, window.until) - MAX (starts, window.from) + 1);
}

static QuanLinePart
line_part (const QuanView *view, Window window, const QuanContract *contract, const QuanLine *line)
{
  QuanDate starts = line_starts (contract, line), ends = line_ends (contract, line);
  QuanLinePart part = {
    .counted = quan_line_counts (view, line),
    .amount = quan_line_amount (view, line),
    .inside = -1, .total = -1, .part = QUAN_FEN_NONE,
  };

  if (starts == QUAN_DATE_NONE || ends == QUAN_DATE_NONE || ends < starts)
    return part;
  if (quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_PRORATION) == QUAN_PRORATION_MONTHS)
    count_months (starts, ends, window, &part.inside, &part.total);
  else
    count_days (starts, ends, window, &part.inside, &part.total);
  if (part.counted && part.amount != QUAN_FEN_NONE &&
      !quan_mul_div_floor (part.amount, part.inside, part.total, &part.part))
    part.part = QUAN_FEN_NONE;
  return part;
}

/* Whether the dated schedule decides (A1): a schedule is gross, so under reading tax=net days are used. */
static gboolean
schedule_decides (const QuanView *view, const QuanContract *contract)
{
  return contract->schedule && contract->schedule->len > 0 &&
         quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_PRORATION) == QUAN_PRORATION_SCHEDULE_THEN_DAYS &&
         quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_TAX) == QUAN_TAX_GROSS;
}

/* A schedule's entries are of compute alone; other kinds a pack may count go by days. */
static gboolean
goes_by_schedule (gboolean by_schedule, const QuanLine *line)
{
  return by_schedule && line->kind == QUAN_LINE_COMPUTE;
}

QuanLinePart
quan_line_part (const QuanView *view, const QuanContract *contract, const QuanLine *line)
{
  QuanLinePart part = line_part (view, window_of (view, QUAN_DATE_NONE), contract, line);

  if (goes_by_schedule (schedule_decides (view, contract), line)) {
    part.inside = part.total = -1;
    part.part = QUAN_FEN_NONE;
  }
  return part;
}

gboolean
quan_shared_part (const QuanView *view, const QuanContract *contract, QuanLinePart *part)
{
  gboolean any = FALSE;

  for (guint i = 0; contract->lines && i < contract->lines->len; i++) {
    QuanLinePart own = quan_line_part (view, contract, g_ptr_array_index (contract->lines, i));

    if (!own.counted)
      continue;
    if (own.total <= 0 || (any && (own.inside != part->inside || own.total != part->total)))
      return FALSE;
    if (!any)
      *part = own;
    any = TRUE;
  }
  return any;
}

/* What the lines say, before the state of the base is judged. */
typedef struct {
  QuanFen  counted;       /* sum of the counted lines */
  QuanFen  compute;       /* sum of the compute lines, which a schedule must equal */
  QuanFen  parts;         /* sum of the parts inside, scheduled lines left out */
  gboolean bundled;
  gboolean amount_missing, date_missing;
  int      inside, total; /* shared by all counted lines; total 0: none yet, -1: they differ */
  QuanDate starts, ends;
} Sums;

static void
note_period (Sums *sums, const QuanContract *contract, const QuanLine *line, Window window)
{
  QuanDate starts = line_starts (contract, line), ends = line_ends (contract, line);

  if (sums->total < 0)
    return;
  if (starts == QUAN_DATE_NONE || ends == QUAN_DATE_NONE || ends < starts ||
      (sums->total > 0 && (starts != sums->starts || ends != sums->ends))) {
    sums->total = -1;
    return;
  }
  sums->starts = starts;
  sums->ends = ends;
  count_days (starts, ends, window, &sums->inside, &sums->total);
}

/* Adds one line. FALSE on overflow. */
static gboolean
add_line (Sums *sums, const QuanView *view, const QuanContract *contract, const QuanLine *line, Window window, gboolean by_schedule)
{
  QuanLinePart part = line_part (view, window, contract, line);
  gboolean scheduled = goes_by_schedule (by_schedule, line);

  sums->bundled |= line->kind == QUAN_LINE_BUNDLED;
  sums->amount_missing |= line->kind == 0;
  if (!part.counted)
    return TRUE;
  note_period (sums, contract, line, window);
  if (part.amount == QUAN_FEN_NONE) {
    sums->amount_missing = TRUE;
    return TRUE;
  }
  sums->date_missing |= part.total < 0 && !scheduled;
  if (line->kind == QUAN_LINE_COMPUTE && !quan_money_add (sums->compute, part.amount, &sums->compute))
    return FALSE;
  return quan_money_add (sums->counted, part.amount, &sums->counted) &&
         (scheduled || part.part == QUAN_FEN_NONE || quan_money_add (sums->parts, part.part, &sums->parts));
}

static gboolean
add_schedule (const QuanContract *contract, Window window, QuanFen *scheduled, QuanFen *inside)
{
  *scheduled = *inside = 0;
  for (guint i = 0; i < contract->schedule->len; i++) {
    const QuanScheduleEntry *entry = g_ptr_array_index (contract->schedule, i);

    if (!quan_money_add (*scheduled, entry->amount, scheduled) ||
        (entry->date >= window.from && entry->date <= window.until && !quan_money_add (*inside, entry->amount, inside)))
      return FALSE;
  }
  return TRUE;
}

gboolean
quan_base (const QuanView *view, const QuanContract *contract, QuanDate until, QuanBase *base, GError **error)
{
  Window window = window_of (view, until);
  gboolean by_schedule = schedule_decides (view, contract);
  guint n_lines = contract->lines ? contract->lines->len : 0;
  Sums sums = { 0 };
  QuanFen inside = 0;

  *base = (QuanBase) { .state = QUAN_BASE_UNKNOWN, .by_schedule = by_schedule, .compute = QUAN_FEN_NONE,
                       .scheduled = QUAN_FEN_NONE, .base = QUAN_FEN_NONE, .days_inside = -1, .days_total = -1 };
  for (guint i = 0; i < n_lines; i++)
    if (!add_line (&sums, view, contract, g_ptr_array_index (contract->lines, i), window, by_schedule))
      return overflow (contract, error);
  if (by_schedule && !add_schedule (contract, window, &base->scheduled, &inside))
    return overflow (contract, error);
  if (sums.total > 0 && !by_schedule) {
    base->days_inside = sums.inside;
    base->days_total = sums.total;
  }
  if (n_lines > 0 && !sums.amount_missing)
    base->compute = sums.counted;
  base->bundled = sums.bundled;
  if (sums.bundled || (by_schedule && n_lines > 0 && !sums.amount_missing && base->scheduled != sums.compute))
    base->state = QUAN_BASE_UNDETERMINED;
  else if (n_lines > 0 && !sums.amount_missing && !sums.date_missing) {
    base->state = QUAN_BASE_KNOWN;
    if (!quan_money_add (sums.parts, inside, &base->base))
      return overflow (contract, error);
  }
  return TRUE;
}

/* Whether a variant's fact is one of its words; FALSE in *known if the fact is missing. */
static gboolean
variant_applies (const QuanParameter *variant, const QuanEnterprise *enterprise, const QuanContract *contract, gboolean *known)
{
  gconstpointer record = variant->when.subject == QUAN_SUBJECT_ENTERPRISE ? (gconstpointer) enterprise : contract;
  const QuanField *field = variant->when.field;
  const char *word;

  if (quan_field_absent (field, record)) {
    *known = FALSE;
    return FALSE;
  }
  word = field->kind == QUAN_FIELD_TERM ? quan_vocabulary_id (field->terms, *QUAN_FIELD_MEMBER (field, record, int))
                                        : *QUAN_FIELD_MEMBER (field, record, char *);
  return g_strv_contains (variant->when_in, word);
}

gboolean
quan_support_ratio (const QuanPack *pack, const QuanEnterprise *enterprise, const QuanContract *contract, QuanDate date,
                    QuanDatedValue *ratio)
{
  const GPtrArray *variants = pack->ratio->variants;
  gboolean known = TRUE;

  for (guint i = 0; variants && i < variants->len; i++)
    if (variant_applies (g_ptr_array_index (variants, i), enterprise, contract, &known)) {
      *ratio = *quan_parameter_value (g_ptr_array_index (variants, i), date);
      return TRUE;
    }
  *ratio = *quan_parameter_value (pack->ratio, date);
  return known;
}

gboolean
quan_claim_ratio (const QuanView *view, const QuanEnterprise *enterprise, const QuanContract *contract, const QuanClaim *claim,
                  QuanDatedValue *ratio)
{
  QuanDate date = claim->submitted != QUAN_DATE_NONE ? claim->submitted : view->as_of;

  return quan_support_ratio (view->pack, enterprise, contract, date, ratio);
}
