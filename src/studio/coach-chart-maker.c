#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-chart-maker.h"

#include <string.h>

#include "coach-contour.h"
#include "coach-parallel.h"
#include "coach-ray.h"

#define BODY "man"
/* Between two looks at the figure, metres: more than fine enough for a screen. */
#define STEP .0025f
/* Empty rows and columns around it. */
#define RIM 8
/* How far above the floor it hangs, metres: nothing swells up there. */
#define HEIGHT 2.0
/* Lines may be so far from where they were, in steps: a quarter of a pixel on most screens. */
#define TOLERANCE .25
/* What is smaller than so many steps squared is no part of a drawing. */
#define SPECK 60.0
#define LEVEL .5f
#define SOFT_ROUNDS 7

/* What the figure shows in one place. */
typedef struct
{
  gint8 zone;       /* -1 for none */
  gint8 material;   /* -1 beside the figure */
} Spot;

typedef struct
{
  const CoachFigure *figure;
  const CoachScene  *scene;
  const CoachField  *field;
  CoachStance        stance;
  gboolean           is_trunk_or_leg[COACH_MAX_SEGMENTS];
  CoachVector        low;        /* of the picture, metres */
  guint              width;
  guint              height;
  Spot              *spots;
} Chart;

/* Arms and legs away from each other, and the feet hanging down, so that their soles are seen: as
 * on the body charts that clinics use. */
static const struct
{
  const char *dof;
  double      value;
} pose[] = {
  { "root.z", HEIGHT },     { "uarm_*.abd", 16 },   { "uarm_*.rot", -6 },  { "farm_*.flex", 12 },
  { "farm_*.pron", 68 },   { "fing_*.curl", 6 },   { "tips_*.curl", 8 }, { "thigh_*.abd", 7 },
  { "thigh_*.rot", -9 },    { "foot_*.flex", -50 }, { "toes_*.ext", -6 },
};

static void
set_dof (const CoachSkeleton *skeleton,
         const char          *name,
         double               value,
         double              *angles)
{
  int dof = coach_skeleton_find_dof (skeleton, name);

  g_assert (dof >= 0);
  angles[dof] = value;
}

static void
stand (Chart *chart)
{
  double angles[COACH_MAX_DOFS] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (pose); i++)
    {
      g_auto (GStrv) ends = g_strsplit (pose[i].dof, "*", 2);
      g_autofree char *left = g_strjoinv ("L", ends);
      g_autofree char *right = g_strjoinv ("R", ends);

      set_dof (chart->figure->skeleton, left, pose[i].value, angles);
      set_dof (chart->figure->skeleton, right, pose[i].value, angles);
    }
  coach_skeleton_stand (chart->figure->skeleton, angles, &chart->stance);
}

static void
find_trunk_and_legs (Chart *chart)
{
  static const char *const names[] = { "pelvis",  "lumbar", "thorax", "thigh_L", "thigh_R", "shank_L",
                                       "shank_R", "foot_L", "foot_R", "toes_L",  "toes_R" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int segment = coach_skeleton_find_segment (chart->figure->skeleton, names[i]);

      g_assert (segment >= 0);
      chart->is_trunk_or_leg[segment] = TRUE;
    }
}

static double
joint_height (const Chart *chart,
              const char  *segment)
{
  int index = coach_skeleton_find_segment (chart->figure->skeleton, segment);

  g_assert (index >= 0);
  return chart->stance.segments[index].at.z;
}

/* The lines between the zones, as hands would draw them: the low back reaches down between the
 * buttocks, and these end in a fold that hangs through. Metres above the hip joints. */
static double
back_ends_at (double aside)
{
  return .042 + .062 * sin (MIN (aside / .14, 1.0) * G_PI / 2.0);
}

static double
fold_at (double aside)
{
  double off = (aside - .092) / .09;

  return -.128 + .026 * off * off;
}

static int
zone_at (const Chart *chart,
         CoachVector  at)
{
  CoachSide side = at.x < 0 ? COACH_SIDE_LEFT : COACH_SIDE_RIGHT;
  double aside = fabs (at.x);
  double hip = joint_height (chart, "thigh_L");

  if (at.z > joint_height (chart, "thorax") + .055)
    return -1;
  if (at.z > hip + back_ends_at (aside))
    return COACH_ZONE_LOW_BACK;
  if (at.z > hip + fold_at (aside))
    return (int) coach_zone_at (side, COACH_RANK_BUTTOCK);
  if (at.z > joint_height (chart, "shank_L") + .01)
    return (int) coach_zone_at (side, COACH_RANK_THIGH);
  if (at.z > joint_height (chart, "foot_L") + .035)
    return (int) coach_zone_at (side, COACH_RANK_CALF);
  return (int) coach_zone_at (side, COACH_RANK_FOOT);
}

/* From behind and from far away: all rays go the way that the figure looks. */
static void
look_row (guint    y,
          gpointer data)
{
  Chart *chart = data;

  for (guint x = 0; x < chart->width; x++)
    {
      Spot *spot = &chart->spots[(gsize) y * chart->width + x];
      CoachVector from = vec (chart->low.x + (float) x * STEP, -3.f,
                              chart->low.z + (float) (chart->height - 1 - y) * STEP);
      CoachHit hit = coach_ray_trace (chart->field, from, vec (0, 1, 0));
      gboolean is_trim;

      *spot = (Spot) { -1, -1 };
      if (hit.part < 0)
        continue;
      spot->material = (gint8) coach_field_material (chart->field, hit.at, hit.part, &is_trim);
      if (chart->is_trunk_or_leg[chart->scene->parts[hit.part].frame])
        spot->zone = (gint8) zone_at (chart, hit.at);
    }
}

static void
look (Chart *chart)
{
  CoachVector high;

  coach_field_bounds (chart->field, &chart->low, &high);
  chart->width = (guint) ((high.x - chart->low.x) / STEP) + 2;
  chart->height = (guint) ((high.z - chart->low.z) / STEP) + 2;
  chart->spots = g_new (Spot, (gsize) chart->width * chart->height);
  coach_parallel_run (chart->height, look_row, chart);
}

/* Lines are drawn on what is left of the picture when nothing is around the figure but a rim. */
typedef struct
{
  guint left;
  guint top;
  guint width;
  guint height;
} Crop;

static Crop
find_crop (const Chart *chart)
{
  guint left = chart->width, right = 0, top = chart->height, bottom = 0;

  for (guint y = 0; y < chart->height; y++)
    for (guint x = 0; x < chart->width; x++)
      if (chart->spots[(gsize) y * chart->width + x].material >= 0)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = MAX (bottom, y);
        }
  return (Crop) { left, top, right - left + 1 + 2 * RIM, bottom - top + 1 + 2 * RIM };
}

typedef gboolean (*IsWanted) (const Spot *spot,
                              int         what);

static gboolean
is_body (const Spot *spot,
         int         what)
{
  return spot->material >= 0;
}

static gboolean
is_material (const Spot *spot,
             int         what)
{
  return spot->material == what;
}

static gboolean
is_zone (const Spot *spot,
         int         what)
{
  return spot->zone == what;
}

static float *
pick (const Chart *chart,
      const Crop  *crop,
      IsWanted     is_wanted,
      int          what)
{
  float *values = g_new0 (float, (gsize) crop->width * crop->height);

  for (guint y = RIM; y < crop->height - RIM; y++)
    for (guint x = RIM; x < crop->width - RIM; x++)
      {
        gsize at = (gsize) (crop->top + y - RIM) * chart->width + crop->left + x - RIM;

        values[(gsize) y * crop->width + x] = is_wanted (&chart->spots[at], what) ? 1.f : 0.f;
      }
  coach_contour_soften (values, crop->width, crop->height, SOFT_ROUNDS);
  return values;
}

static void
add_line (CoachBodyChart    *result,
          const Crop        *crop,
          CoachChartKind     kind,
          int                what,
          double             tone,
          const GArray      *line)
{
  CoachChartOutline *outline = coach_body_chart_add (result, kind);

  outline->tone = tone;
  if (kind == COACH_CHART_ZONE)
    outline->zone = (CoachZone) what;
  for (guint i = 0; i < line->len; i++)
    {
      const CoachContourPoint *at = &g_array_index (line, CoachContourPoint, i);
      CoachChartPoint point = { at->x / (crop->height - 1), at->y / (crop->height - 1) };

      g_array_append_val (outline->points, point);
    }
}

/* A zone is one piece: the largest. */
static const GArray *
find_largest (const GPtrArray *lines)
{
  const GArray *largest = NULL;

  for (guint i = 0; i < lines->len; i++)
    if (largest == NULL
        || coach_contour_area (g_ptr_array_index (lines, i)) > coach_contour_area (largest))
      largest = g_ptr_array_index (lines, i);
  return largest;
}

static void
add_lines (const Chart    *chart,
           const Crop     *crop,
           CoachBodyChart *result,
           CoachChartKind  kind,
           IsWanted        is_wanted,
           int             what,
           double          tone)
{
  g_autofree float *values = pick (chart, crop, is_wanted, what);
  g_autoptr (GPtrArray) lines = coach_contour_trace (values, crop->width, crop->height, LEVEL);
  const GArray *largest = find_largest (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      GArray *line = g_ptr_array_index (lines, i);

      if (fabs (coach_contour_area (line)) < SPECK || (kind == COACH_CHART_ZONE && line != largest))
        continue;
      coach_contour_simplify (line, TOLERANCE);
      add_line (result, crop, kind, what, tone, line);
    }
}

static CoachBodyChart *
draw (const Chart *chart)
{
  Crop crop = find_crop (chart);
  CoachBodyChart *result
      = coach_body_chart_new ((crop.width - 1) / (double) (crop.height - 1));

  add_lines (chart, &crop, result, COACH_CHART_BODY, is_body, 0, 0.0);
  for (guint i = 0; i < chart->scene->n_surfaces; i++)
    if (chart->scene->surfaces[i].tone > 0.f)
      add_lines (chart, &crop, result, COACH_CHART_TONE, is_material, (int) i,
                 (double) chart->scene->surfaces[i].tone);
  for (int zone = 0; zone < COACH_N_ZONES; zone++)
    add_lines (chart, &crop, result, COACH_CHART_ZONE, is_zone, zone, 0.0);
  return result;
}

/**
 * coach_chart_make:
 * @studio: a studio
 *
 * Draws the figure from behind for the body map: its outline, what is darker than the skin, and
 * the nine zones.
 *
 * Returns: (transfer full) (nullable): the chart
 * Throws: [error@StudioError]
 */
CoachBodyChart *
coach_chart_make (const CoachStudio *studio,
                  GError           **error)
{
  g_autoptr (CoachFigure) figure = coach_figure_new (studio->figure, BODY, error);
  CoachMotion still = { .body = (char *) BODY, .figure = figure };
  g_autofree CoachScene *scene = NULL;
  g_autofree CoachShot *shot = g_new0 (CoachShot, 1);
  g_autofree Chart *chart = g_new0 (Chart, 1);
  g_autofree Spot *spots = NULL;
  g_autoptr (CoachField) field = NULL;

  if (figure == NULL || (scene = coach_scene_new (&still, studio->props, error)) == NULL)
    return NULL;
  chart->figure = figure;
  chart->scene = scene;
  stand (chart);
  find_trunk_and_legs (chart);
  for (guint i = 0; i < figure->skeleton->n_segments; i++)
    shot->frames[i] = frame_from_rigid (&chart->stance.segments[i]);
  chart->field = field = coach_field_new (scene, shot);
  look (chart);
  spots = chart->spots;
  return draw (chart);
}
