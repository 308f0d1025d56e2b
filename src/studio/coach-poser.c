#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-poser-private.h"

#include <gsl/gsl_linalg.h>
#include <string.h>

/* 1/m: 2.5 mm of contact error weigh as much as one radian away from the hint. */
#define CONTACT_WEIGHT 400.0
#define OVERLAP_WEIGHT 150.0
/* Flesh that may overlap before it pushes back, metres. */
#define FLESH_SLACK 0.012
/* No joint turns further than this in one round, radians. */
#define LONGEST_STEP 0.35

/* One round's linear problem: the curvature and slope of the cost at the angles. */
typedef struct
{
  double cost;
  double angles[COACH_MAX_DOFS];
  double curvature[COACH_MAX_DOFS][COACH_MAX_DOFS];
  double slope[COACH_MAX_DOFS];
} Model;

/**
 * coach_poser_new:
 * @figure: a body that outlives the solver
 *
 * Makes a solver.
 *
 * Returns: (transfer full): the solver
 */
CoachPoser *
coach_poser_new (const CoachFigure *figure)
{
  CoachPoser *self = g_new0 (CoachPoser, 1);

  g_assert (figure->capsules->len <= COACH_MAX_CAPSULES);
  self->figure = figure;
  self->pairs = g_array_new (FALSE, FALSE, sizeof (guint16));
  for (guint i = 0; i < figure->skeleton->n_dofs; i++)
    self->scale[i] = i < COACH_ROOT_LENGTHS ? 1.0 : COACH_DEGREE;
  coach_poser_find_pairs (figure, self->pairs);
  return self;
}

/**
 * coach_poser_free:
 * @self: (transfer full): a solver
 */
void
coach_poser_free (CoachPoser *self)
{
  g_clear_pointer (&self->pairs, g_array_unref);
  g_free (self);
}

/* Adds the square of one weighted residual. Most of its derivatives are 0. */
static void
add_residual (Model        *model,
              guint         n,
              double        residual,
              const double *slope,
              double        weight)
{
  guint8 moving[COACH_MAX_DOFS];
  guint n_moving = 0;

  residual *= weight;
  model->cost += residual * residual;
  for (guint i = 0; i < n; i++)
    if (slope[i] != 0.0)
      moving[n_moving++] = (guint8) i;
  for (guint a = 0; a < n_moving; a++)
    {
      double s = slope[moving[a]] * weight;

      model->slope[moving[a]] += s * residual;
      for (guint b = 0; b < n_moving; b++)
        model->curvature[moving[a]][moving[b]] += s * slope[moving[b]] * weight;
    }
}

static void
add_hint (const CoachPoser *self,
          const CoachTask  *task,
          Model            *model)
{
  const CoachSkeleton *skeleton = self->figure->skeleton;

  for (guint i = 0; i < skeleton->n_dofs; i++)
    {
      double stiffness = skeleton->dofs[i].stiffness;
      double off = (model->angles[i] - task->hint[i]) * self->scale[i] * stiffness;

      model->curvature[i][i] += stiffness * stiffness;
      model->slope[i] += off * stiffness;
      model->cost += off * off;
    }
}

static void
add_contacts (const CoachPoser  *self,
              const CoachTask   *task,
              const CoachStance *stance,
              Model             *model)
{
  guint row = 0;

  for (guint c = 0; c < task->n_contacts; c++)
    {
      CoachContactRows rows;

      coach_contact_rows (task->motion, &task->contacts[c], stance, task->props, &rows);
      for (guint r = 0; r < rows.n_rows; r++, row++)
        {
          double want = task->bias != NULL ? task->bias->rows[row] : 0.0;

          add_residual (model, self->figure->skeleton->n_dofs, rows.residual[r] - want,
                        rows.slope[r], CONTACT_WEIGHT);
        }
    }
}

static double
allowed_depth (const CoachTask *task,
               guint            key)
{
  for (guint i = 0; task->bias != NULL && i < task->bias->n_overlaps; i++)
    if (task->bias->keys[i] == key)
      return task->bias->depths[i];
  return 0.0;
}

/* How the depth shrinks with each angle: the two points move apart along the way out. */
static void
overlap_slope (const CoachSkeleton *skeleton,
               const CoachStance   *stance,
               const CoachOverlap  *overlap,
               double              *slope)
{
  memset (slope, 0, sizeof (double) * COACH_MAX_DOFS);
  for (int side = 0; side < 2; side++)
    {
      int segment = side == 0 ? overlap->segment_a : overlap->segment_b;
      CoachPoint at = side == 0 ? overlap->at_a : overlap->at_b;

      for (guint i = 0; segment >= 0 && i < skeleton->segments[segment].n_movers; i++)
        {
          guint d = skeleton->segments[segment].movers[i];
          CoachPoint v = d < COACH_ROOT_LENGTHS
                             ? stance->axes[d]
                             : coach_point_cross (stance->axes[d],
                                                  coach_point_subtract (at, stance->pivots[d]));

          slope[d] += (side == 0 ? 1.0 : -1.0) * coach_point_dot (overlap->way_out, v);
        }
    }
}

static void
add_overlaps (const CoachPoser  *self,
              const CoachTask   *task,
              const CoachStance *stance,
              Model             *model)
{
  CoachOverlap overlaps[COACH_MAX_OVERLAPS];
  guint n = coach_poser_overlaps (self, task->motion, stance, task->props, FLESH_SLACK, overlaps);
  double slope[COACH_MAX_DOFS];

  for (guint i = 0; i < n; i++)
    {
      double depth = overlaps[i].depth - allowed_depth (task, overlaps[i].key);

      if (depth <= 0.0)
        continue;
      overlap_slope (self->figure->skeleton, stance, &overlaps[i], slope);
      add_residual (model, self->figure->skeleton->n_dofs, -depth, slope, OVERLAP_WEIGHT);
    }
}

static void
build_model (const CoachPoser *self,
             const CoachTask  *task,
             Model            *model)
{
  CoachStance stance;

  model->cost = 0.0;
  memset (model->curvature, 0, sizeof model->curvature);
  memset (model->slope, 0, sizeof model->slope);
  coach_skeleton_stand (self->figure->skeleton, model->angles, &stance);
  add_hint (self, task, model);
  add_contacts (self, task, &stance, model);
  add_overlaps (self, task, &stance, model);
}

/* Angles at a limit that the slope would push further out are held there. */
static guint
find_free (const CoachPoser *self,
           const Model      *model,
           guint8           *free_dofs)
{
  const CoachSkeleton *skeleton = self->figure->skeleton;
  guint n = 0;

  for (guint i = 0; i < skeleton->n_dofs; i++)
    {
      gboolean is_low
          = model->angles[i] <= skeleton->dofs[i].minimum + 1e-9 && model->slope[i] > 0.0;
      gboolean is_high
          = model->angles[i] >= skeleton->dofs[i].maximum - 1e-9 && model->slope[i] < 0.0;

      if (!is_low && !is_high)
        free_dofs[n++] = (guint8) i;
    }
  return n;
}

static void
find_step (const Model  *model,
           const guint8 *free_dofs,
           guint         n,
           double        damping,
           double       *step)
{
  double a[COACH_MAX_DOFS * COACH_MAX_DOFS];
  double b[COACH_MAX_DOFS];
  gsl_matrix_view matrix = gsl_matrix_view_array (a, n, n);
  gsl_vector_view vector = gsl_vector_view_array (b, n);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < n; j++)
        a[i * n + j] = model->curvature[free_dofs[i]][free_dofs[j]];
      a[i * n + i] += damping * (a[i * n + i] + 1e-6);
      b[i] = -model->slope[free_dofs[i]];
    }
  /* The hint makes the curvature positive definite, whatever the contacts are. */
  gsl_linalg_cholesky_decomp1 (&matrix.matrix);
  gsl_linalg_cholesky_svx (&matrix.matrix, &vector.vector);
  memcpy (step, b, n * sizeof *b);
}

static void
take_step (const CoachPoser *self,
           const Model      *from,
           double            damping,
           double           *angles)
{
  const CoachSkeleton *skeleton = self->figure->skeleton;
  guint8 free_dofs[COACH_MAX_DOFS];
  double step[COACH_MAX_DOFS];
  guint n = find_free (self, from, free_dofs);
  double longest = 0.0;
  double shrink;

  if (n == 0)
    return;
  find_step (from, free_dofs, n, damping, step);
  for (guint i = 0; i < n; i++)
    longest = MAX (longest, fabs (step[i]));
  shrink = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1.0;
  for (guint i = 0; i < n; i++)
    {
      guint d = free_dofs[i];

      angles[d] = CLAMP (from->angles[d] + step[i] * shrink / self->scale[d],
                         skeleton->dofs[d].minimum, skeleton->dofs[d].maximum);
    }
}

static void
swap_models (Model **a,
             Model **b)
{
  Model *spare = *a;

  *a = *b;
  *b = spare;
}

/**
 * coach_poser_solve:
 * @self: a solver
 * @task: what is asked
 * @max_rounds: how many rounds it may take
 * @angles: (out) (array): a value for each degree of freedom
 *
 * Finds the angles near the hint that meet what is asked as well as can be. Limits always hold.
 */
void
coach_poser_solve (CoachPoser      *self,
                   const CoachTask *task,
                   guint            max_rounds,
                   double          *angles)
{
  const CoachSkeleton *skeleton = self->figure->skeleton;
  g_autofree Model *best = g_new0 (Model, 1);
  g_autofree Model *next = g_new0 (Model, 1);
  double damping = 1e-3;

  for (guint i = 0; i < skeleton->n_dofs; i++)
    best->angles[i] = CLAMP (task->hint[i], skeleton->dofs[i].minimum, skeleton->dofs[i].maximum);
  build_model (self, task, best);
  for (guint round = 1; round < max_rounds; round++)
    {
      double gain;

      memcpy (next->angles, best->angles, sizeof next->angles);
      take_step (self, best, damping, next->angles);
      build_model (self, task, next);
      gain = best->cost - next->cost;
      if (gain < -best->cost * 1e-9)
        {
          damping = MIN (damping * 6.0, 1e3);
          continue;
        }
      damping = MAX (damping / 4.0, 1e-6);
      swap_models (&best, &next);
      if (gain < 2e-6 * (1.0 + best->cost))
        break;
    }
  memcpy (angles, best->angles, skeleton->n_dofs * sizeof *angles);
}

/**
 * coach_poser_strain:
 * @self: a solver
 * @task: what is asked
 * @stance: how the body stands
 * @strain: (out): what it leaves unmet
 *
 * Measures what a stance could not satisfy.
 */
void
coach_poser_strain (const CoachPoser  *self,
                    const CoachTask   *task,
                    const CoachStance *stance,
                    CoachStrain       *strain)
{
  CoachOverlap overlaps[COACH_MAX_OVERLAPS];

  strain->n_rows = 0;
  for (guint c = 0; c < task->n_contacts; c++)
    {
      CoachContactRows rows;

      coach_contact_rows (task->motion, &task->contacts[c], stance, task->props, &rows);
      for (guint r = 0; r < rows.n_rows; r++)
        strain->rows[strain->n_rows++] = rows.residual[r];
    }
  strain->n_overlaps
      = coach_poser_overlaps (self, task->motion, stance, task->props, FLESH_SLACK, overlaps);
  for (guint i = 0; i < strain->n_overlaps; i++)
    {
      strain->keys[i] = overlaps[i].key;
      strain->depths[i] = overlaps[i].depth;
    }
}
