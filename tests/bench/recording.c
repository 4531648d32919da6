#include "tests/bench/recording.h"

#include <math.h>
#include <string.h>

typedef struct {
  guint32 n_pages, n_ops, n_steps, n_text;
} Header;

typedef struct {
  QuanFonts *fonts;
  GArray    *ops, *steps;
  GString   *text;
} Recorder;

static gboolean
goes_on (const QuanSpot *a, const QuanSpot *b, double spacing)
{
  return a->face == b->face && a->bold == b->bold && fabs (a->x + a->width + spacing - b->x) < 0.001;
}

/* The piece of op from spot first on, n spots long. */
static void
record_piece (Recorder *recorder, guint page, const QuanOp *op, const QuanSpot *first, guint n)
{
  double radians = op->angle * G_PI / 180;
  RecordedOp piece = {
    .page = page, .kind = QUAN_OP_TEXT, .face = first->face, .bold = first->bold, .angle = op->angle,
    .x = op->x + first->x * cos (radians), .y = op->y - first->x * sin (radians), .size = op->style.size,
    .spacing = op->style.spacing, .weight = op->style.weight, .ink = op->style.ink, .edge = op->edge,
    .first = recorder->text->len,
  };

  for (guint i = 0; i < n; i++)
    if (first[i].c != 0)
      g_string_append_unichar (recorder->text, first[i].c);
  g_string_append_c (recorder->text, '\0');
  piece.count = recorder->text->len - piece.first;
  g_array_append_val (recorder->ops, piece);
}

static void
record_text (Recorder *recorder, guint page, const QuanOp *op)
{
  g_autoptr (GArray) spots = quan_run_place (recorder->fonts, &op->style, op->text, -1);
  guint first = 0;

  for (guint i = 1; i <= spots->len; i++) {
    const QuanSpot *spot = &g_array_index (spots, QuanSpot, i - 1);

    if (i == spots->len || !goes_on (spot, spot + 1, op->style.spacing)) {
      record_piece (recorder, page, op, &g_array_index (spots, QuanSpot, first), i - first);
      first = i;
    }
  }
}

static void
record_path (Recorder *recorder, guint page, const QuanOp *op)
{
  RecordedOp path = {
    .page = page, .kind = QUAN_OP_PATH, .paint = op->paint, .first = recorder->steps->len, .count = op->n_steps,
  };

  g_array_append_vals (recorder->steps, op->steps, op->n_steps);
  g_array_append_val (recorder->ops, path);
}

Recording
recording_of (const QuanCanvas *canvas)
{
  Recorder recorder = {
    quan_canvas_fonts (canvas), g_array_new (FALSE, FALSE, sizeof (RecordedOp)),
    g_array_new (FALSE, FALSE, sizeof (QuanPathStep)), g_string_new (NULL),
  };
  GByteArray *bytes = g_byte_array_new ();
  Header header = {.n_pages = quan_canvas_n_pages (canvas)};

  for (guint page = 0; page < header.n_pages; page++)
    for (int layer = 0; layer < QUAN_N_LAYERS; layer++) {
      guint n_ops;
      const QuanOp *ops = quan_canvas_ops (canvas, page, layer, &n_ops);

      for (guint i = 0; i < n_ops; i++)
        (ops[i].kind == QUAN_OP_TEXT ? record_text : record_path) (&recorder, page, &ops[i]);
    }
  header.n_ops = recorder.ops->len;
  header.n_steps = recorder.steps->len;
  header.n_text = recorder.text->len;
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) recorder.ops->data, header.n_ops * sizeof (RecordedOp));
  g_byte_array_append (bytes, (const guint8 *) recorder.steps->data, header.n_steps * sizeof (QuanPathStep));
  g_byte_array_append (bytes, (const guint8 *) recorder.text->str, header.n_text);
  g_array_unref (recorder.ops);
  g_array_unref (recorder.steps);
  g_string_free (recorder.text, TRUE);
  return recording_read (g_byte_array_free_to_bytes (bytes));
}

Recording
recording_read (GBytes *bytes)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  Header header;
  Recording recording = {.bytes = bytes};

  memcpy (&header, data, sizeof header);
  recording.n_pages = header.n_pages;
  recording.n_ops = header.n_ops;
  recording.n_steps = header.n_steps;
  recording.ops = (const RecordedOp *) (data + sizeof header);
  recording.steps = (const QuanPathStep *) (recording.ops + header.n_ops);
  recording.text = (const char *) (recording.steps + header.n_steps);
  return recording;
}

void
recording_clear (Recording *recording)
{
  g_clear_pointer (&recording->bytes, g_bytes_unref);
}

guint
recording_n_characters (const Recording *recording)
{
  g_autoptr (GHashTable) characters = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < recording->n_ops; i++)
    if (recording->ops[i].kind == QUAN_OP_TEXT)
      for (const char *p = recording->text + recording->ops[i].first; *p != '\0'; p = g_utf8_next_char (p))
        g_hash_table_add (characters, GUINT_TO_POINTER (g_utf8_get_char (p)));
  return g_hash_table_size (characters);
}
