#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-check-private.h"
#include "coach-parallel.h"

#define MAX_SINK_CM 1.0
#define MAX_SLIDE_CM 1.0
#define MAX_MISS_CM 1.0
#define MAX_OVERLAP_CM 1.5
#define MAX_SEAM_CM 0.5
#define MAX_BESIDE_CM 0.0
#define MAX_LIMB_M_PER_S 1.5
#define MAX_JOINT_DEG_PER_S 260.0
/* How much a joint's step may change from one picture to the next, degrees. */
#define MAX_POP_DEG 9.0

static const char *
segment_name (const CoachTake *take,
              int              segment)
{
  return coach_take_motion (take)->figure->skeleton->segments[segment].name;
}

static void
check_limits (const CoachTake   *take,
              const CoachSample *sample,
              GPtrArray         *findings)
{
  const CoachSkeleton *skeleton = coach_take_motion (take)->figure->skeleton;

  for (guint i = 0; i < skeleton->n_dofs; i++)
    coach_findings_note (findings, COACH_FINDING_LIMIT, skeleton->dofs[i].name,
                         MAX (sample->angles[i] - skeleton->dofs[i].maximum,
                              skeleton->dofs[i].minimum - sample->angles[i]),
                         1e-6, sample->t_s);
}

static void
check_overlaps (const CoachTake   *take,
                const CoachSample *sample,
                GPtrArray         *findings)
{
  const CoachMotion *motion = coach_take_motion (take);
  CoachOverlap overlaps[COACH_MAX_OVERLAPS];
  guint n = coach_poser_overlaps (coach_take_poser (take), motion, &sample->stance, sample->props,
                                  0.0, overlaps);

  for (guint i = 0; i < n; i++)
    {
      const char *name = segment_name (take, overlaps[i].segment_a);
      double depth_cm = overlaps[i].depth * 100.0;
      g_autofree char *both = NULL;

      switch (overlaps[i].kind)
        {
        case COACH_OVERLAP_FLOOR:
          coach_findings_note (findings, COACH_FINDING_FLOOR, name, depth_cm, MAX_SINK_CM,
                               sample->t_s);
          break;
        case COACH_OVERLAP_PROP:
          both = g_strdup_printf ("%s is inside %s", name, motion->props[overlaps[i].prop].name);
          coach_findings_note (findings, COACH_FINDING_PROP, both, depth_cm, MAX_SINK_CM,
                               sample->t_s);
          break;
        case COACH_OVERLAP_BODY:
          both = g_strdup_printf ("%s and %s", name, segment_name (take, overlaps[i].segment_b));
          coach_findings_note (findings, COACH_FINDING_OVERLAP, both, depth_cm, MAX_OVERLAP_CM,
                               sample->t_s);
          break;
        }
    }
}

/* Hands on a mat rest on the mat, and one who sits on a chair sits on its seat. */
static void
check_edge (const CoachTake    *take,
            const CoachSample  *sample,
            const CoachContact *contact,
            CoachPoint          at,
            GPtrArray          *findings)
{
  const CoachMotion *motion = coach_take_motion (take);
  CoachFace face = contact->face;
  CoachRigid place = { coach_turn_identity (), { 0, 0, 0 } };
  CoachPoint off;

  for (guint i = 0; contact->prop < 0 && i < motion->n_props; i++)
    if (!motion->props[i].kind->is_solid)
      {
        const CoachShape *mat = &motion->props[i].kind->parts[0].shapes[0];

        place = sample->props[i].place;
        face.middle = mat->a;
        face.half_across = mat->half.x;
        face.half_up = mat->half.y;
      }
  if (contact->prop >= 0)
    place = sample->props[contact->prop].place;
  off = coach_point_subtract (coach_rigid_undo (&place, at), face.middle);
  coach_findings_note (findings, COACH_FINDING_EDGE, contact->label,
                       MAX (fabs (coach_point_dot (off, face.across)) - face.half_across,
                            fabs (coach_point_dot (off, face.up)) - face.half_up)
                           * 100.0,
                       MAX_BESIDE_CM, sample->t_s);
}

static double
miss_of (const CoachContactRows *rows)
{
  double sum = 0.0;

  for (guint r = 0; r < rows->n_hard; r++)
    sum += rows->residual[r] * rows->residual[r];
  return sqrt (sum);
}

static void
check_contacts (const CoachTake   *take,
                const CoachSample *sample,
                GPtrArray         *findings)
{
  const CoachMotion *motion = coach_take_motion (take);

  for (guint i = 0; i < sample->n_contacts; i++)
    {
      const CoachContact *contact = &sample->contacts[i];
      CoachContactRows rows;
      CoachPoint at;

      if (contact->kind == COACH_CONTACT_AIM)
        continue;
      at = coach_figure_landmark_at (motion->figure, &sample->stance, contact->landmark);
      coach_contact_rows (motion, contact, &sample->stance, sample->props, &rows);
      coach_findings_note (findings, COACH_FINDING_CONTACT, contact->label, miss_of (&rows) * 100.0,
                           MAX_MISS_CM, sample->t_s);
      if (contact->has_pin)
        coach_findings_note (findings, COACH_FINDING_SLIDE, contact->label,
                             coach_point_distance (at, contact->at) * 100.0, MAX_SLIDE_CM,
                             sample->t_s);
      if (contact->kind == COACH_CONTACT_SURFACE && contact->is_pinned)
        check_edge (take, sample, contact, at, findings);
    }
}

/* The fastest end of any part, so that no limb is flung. */
static void
check_limb_speed (const CoachTake   *take,
                  const CoachSample *a,
                  const CoachSample *b,
                  GPtrArray         *findings)
{
  const GArray *capsules = coach_take_motion (take)->figure->capsules;

  for (guint i = 0; i < capsules->len; i++)
    {
      const CoachCapsule *capsule = &g_array_index (capsules, CoachCapsule, i);
      double apart = coach_point_distance (
          coach_rigid_apply (&a->stance.segments[capsule->segment], capsule->b),
          coach_rigid_apply (&b->stance.segments[capsule->segment], capsule->b));

      coach_findings_note (findings, COACH_FINDING_SPEED, segment_name (take, capsule->segment),
                           apart * COACH_FRAMES_PER_SECOND, MAX_LIMB_M_PER_S, a->t_s);
    }
}

static void
check_steps (const CoachTake   *take,
             const CoachSample *a,
             const CoachSample *b,
             const CoachSample *c,
             GPtrArray         *findings)
{
  const CoachSkeleton *skeleton = coach_take_motion (take)->figure->skeleton;
  gboolean is_ballistic = coach_take_motion (take)->is_ballistic;

  for (guint i = COACH_ROOT_LENGTHS; i < skeleton->n_dofs; i++)
    {
      double step = b->angles[i] - a->angles[i];
      double next = c->angles[i] - b->angles[i];

      if (!is_ballistic)
        coach_findings_note (findings, COACH_FINDING_SPEED, skeleton->dofs[i].name,
                             fabs (step) * COACH_FRAMES_PER_SECOND, MAX_JOINT_DEG_PER_S, a->t_s);
      coach_findings_note (findings, COACH_FINDING_POP, skeleton->dofs[i].name, fabs (next - step),
                           MAX_POP_DEG * (is_ballistic ? 2.0 : 1.0), b->t_s);
    }
  if (!is_ballistic)
    check_limb_speed (take, a, b, findings);
}

/* The very end of the loop is solved on its own and has to be where the beginning is. */
static void
check_seam (const CoachTake   *take,
            const CoachSample *first,
            GPtrArray         *findings)
{
  const CoachMotion *motion = coach_take_motion (take);
  g_autofree CoachSample *last = g_new0 (CoachSample, 1);

  coach_take_sample (take, motion->duration_s - 1e-4, last);
  for (guint s = 0; s < motion->figure->skeleton->n_segments; s++)
    coach_findings_note (
        findings, COACH_FINDING_SEAM, segment_name (take, (int) s),
        coach_point_distance (first->stance.segments[s].at, last->stance.segments[s].at) * 100.0,
        MAX_SEAM_CM, last->t_s);
  for (guint p = 0; p < motion->n_props; p++)
    coach_findings_note (findings, COACH_FINDING_SEAM, motion->props[p].name,
                         coach_point_distance (first->props[p].place.at, last->props[p].place.at)
                             * 100.0,
                         MAX_SEAM_CM, last->t_s);
}

typedef struct
{
  const CoachTake *take;
  CoachSample     *samples;
} Sampling;

static void
sample_one (guint    index,
            gpointer data)
{
  Sampling *sampling = data;

  coach_take_sample (sampling->take, (double) index / COACH_FRAMES_PER_SECOND,
                     &sampling->samples[index]);
}

/**
 * coach_check_sample:
 * @take: a take
 * @n: (out): how many pictures a loop has
 *
 * Solves every picture of the loop, on all processors.
 *
 * Returns: (transfer full) (array length=n): the samples
 */
CoachSample *
coach_check_sample (const CoachTake *take,
                    guint           *n)
{
  Sampling sampling = { take, NULL };

  *n = coach_take_n_frames (take);
  sampling.samples = g_new0 (CoachSample, *n);
  coach_parallel_run (*n, sample_one, &sampling);
  return sampling.samples;
}

static void
check_moment (const CoachTake   *take,
              const CoachSample *sample,
              GPtrArray         *findings)
{
  check_limits (take, sample, findings);
  check_overlaps (take, sample, findings);
  check_contacts (take, sample, findings);
  coach_check_camera (take, sample, findings);
}

/* A key between two pictures is not seen, but what it alone asks for holds at no other moment. */
static void
check_keys (const CoachTake *take,
            GPtrArray       *findings)
{
  const GArray *keys = coach_take_motion (take)->keys;
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);

  for (guint i = 0; i < keys->len; i++)
    {
      coach_take_sample (take, g_array_index (keys, CoachKey, i).t_s, sample);
      check_moment (take, sample, findings);
    }
}

/**
 * coach_check_samples:
 * @take: a take
 * @samples: (array length=n): every picture of its loop
 * @n: how many those are
 *
 * Looks for all that a body cannot do, or that a calm exercise does not, in every picture and at
 * every key.
 *
 * Returns: (transfer full) (element-type CoachFinding): what is wrong
 */
GPtrArray *
coach_check_samples (const CoachTake   *take,
                     const CoachSample *samples,
                     guint              n)
{
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) coach_finding_free);

  g_return_val_if_fail (n > 0, NULL);

  for (guint i = 0; i < n; i++)
    {
      check_moment (take, &samples[i], findings);
      check_steps (take, &samples[i], &samples[(i + 1) % n], &samples[(i + 2) % n], findings);
    }
  check_keys (take, findings);
  check_seam (take, &samples[0], findings);
  return g_steal_pointer (&findings);
}
