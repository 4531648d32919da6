#include "core/packet/marks.h"

#include <math.h>

#define FINE 0.8   /* pt, of open shapes */
#define BOLD 1.1   /* pt, of ticks and crosses */
#define WHITE QUAN_GREY (1)

/* A polygon or polyline through corners given in radii around (x, y). */
static void
shape (QuanCanvas *canvas, double x, double y, const double (*corners)[2], guint n, gboolean closed,
       const QuanPaint *paint)
{
  g_autofree QuanPathStep *steps = g_new0 (QuanPathStep, n + 1);

  for (guint i = 0; i < n; i++) {
    steps[i].kind = i == 0 ? QUAN_PATH_MOVE : QUAN_PATH_LINE;
    steps[i].x = x + corners[i][0] * QUAN_MARK_RADIUS;
    steps[i].y = y + corners[i][1] * QUAN_MARK_RADIUS;
  }
  steps[n].kind = QUAN_PATH_CLOSE;
  quan_canvas_path (canvas, steps, closed ? n + 1 : n, paint);
}

#define SHAPE(canvas, x, y, corners, closed, ...) \
  shape (canvas, x, y, corners, G_N_ELEMENTS (corners), closed, &(QuanPaint) {__VA_ARGS__})

static void
dot (QuanCanvas *canvas, double x, double y, double radius, QuanInk ink)
{
  quan_canvas_circle (canvas, x, y, radius * QUAN_MARK_RADIUS, &(QuanPaint) {.filled = TRUE, .fill = ink});
}

static void
draw_pass (QuanCanvas *canvas, double x, double y)
{
  static const double tick[][2] = {{-0.5, 0.02}, {-0.12, 0.4}, {0.52, -0.38}};

  quan_canvas_circle (canvas, x, y, QUAN_MARK_RADIUS, &(QuanPaint) {.filled = TRUE});
  SHAPE (canvas, x, y, tick, FALSE, .width = BOLD, .ink = WHITE);
}

static void
draw_fail (QuanCanvas *canvas, double x, double y)
{
  static const double square[][2] = {{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};
  static const double down[][2] = {{-0.45, -0.45}, {0.45, 0.45}}, up[][2] = {{-0.45, 0.45}, {0.45, -0.45}};

  SHAPE (canvas, x, y, square, TRUE, .filled = TRUE, .fill = QUAN_CINNABAR);
  SHAPE (canvas, x, y, down, FALSE, .width = BOLD, .ink = WHITE);
  SHAPE (canvas, x, y, up, FALSE, .width = BOLD, .ink = WHITE);
}

static void
draw_triangle (QuanCanvas *canvas, double x, double y, QuanInk ink)
{
  static const double triangle[][2] = {{0, -1}, {1.08, 0.85}, {-1.08, 0.85}};
  static const double bar[][2] = {{0, -0.4}, {0, 0.25}};

  SHAPE (canvas, x, y, triangle, TRUE, .width = FINE, .ink = ink);
  SHAPE (canvas, x, y, bar, FALSE, .width = BOLD, .ink = ink);
  dot (canvas, x, y + 0.56 * QUAN_MARK_RADIUS, 0.15, ink);
}

static void
draw_review (QuanCanvas *canvas, double x, double y)
{
  draw_triangle (canvas, x, y, QUAN_BLACK);
}

static void
draw_stale (QuanCanvas *canvas, double x, double y)
{
  draw_triangle (canvas, x, y, QUAN_CINNABAR);
}

static void
draw_unknown (QuanCanvas *canvas, double x, double y)
{
  static const double diamond[][2] = {{0, -1.12}, {1.12, 0}, {0, 1.12}, {-1.12, 0}};
  double r = QUAN_MARK_RADIUS;
  const QuanPathStep hook[] = {
    {QUAN_PATH_MOVE, x - 0.27 * r, y - 0.22 * r},
    {QUAN_PATH_CURVE, x + 0.27 * r, y - 0.24 * r, x - 0.25 * r, y - 0.62 * r, x + 0.27 * r, y - 0.62 * r},
    {QUAN_PATH_CURVE, x, y + 0.2 * r, x + 0.27 * r, y - 0.02 * r, x, y - 0.02 * r},
  };

  SHAPE (canvas, x, y, diamond, TRUE, .width = FINE);
  quan_canvas_path (canvas, hook, G_N_ELEMENTS (hook), &(QuanPaint) {.width = 0.7});
  dot (canvas, x, y + 0.45 * r, 0.12, QUAN_BLACK);
}

static void
draw_dash (QuanCanvas *canvas, double x, double y)
{
  static const double dash[][2] = {{-0.9, 0}, {0.9, 0}};

  SHAPE (canvas, x, y, dash, FALSE, .width = BOLD);
}

static void
draw_star (QuanCanvas *canvas, double x, double y)
{
  double corners[10][2];

  for (int i = 0; i < 10; i++) {
    double angle = i * G_PI / 5, radius = i % 2 == 0 ? 1.15 : 0.44;

    corners[i][0] = radius * sin (angle);
    corners[i][1] = -radius * cos (angle);
  }
  SHAPE (canvas, x, y, corners, TRUE, .filled = TRUE, .fill = QUAN_CINNABAR);
}

static void
draw_circle (QuanCanvas *canvas, double x, double y)
{
  quan_canvas_circle (canvas, x, y, 0.8 * QUAN_MARK_RADIUS, &(QuanPaint) {.width = FINE});
}

static void
draw_box (QuanCanvas *canvas, double x, double y)
{
  static const double square[][2] = {{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};

  SHAPE (canvas, x, y, square, TRUE, .width = FINE);
}

void
quan_mark_draw (QuanCanvas *canvas, QuanMark mark, double x, double y)
{
  static void (*const draw[]) (QuanCanvas *, double, double) = {
    [QUAN_MARK_PASS] = draw_pass, [QUAN_MARK_FAIL] = draw_fail, [QUAN_MARK_REVIEW] = draw_review,
    [QUAN_MARK_UNKNOWN] = draw_unknown, [QUAN_MARK_NOT_APPLICABLE] = draw_dash, [QUAN_MARK_STAR] = draw_star,
    [QUAN_MARK_CIRCLE] = draw_circle, [QUAN_MARK_BOX] = draw_box, [QUAN_MARK_STALE] = draw_stale,
  };

  if (mark != QUAN_MARK_NONE)
    draw[mark] (canvas, x, y);
}
