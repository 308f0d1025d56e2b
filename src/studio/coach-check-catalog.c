#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-check-private.h"
#include "coach-pose-words.h"

#define MAX_OFF_DEG 10.0

/* The line from the hips to the root of the neck, whatever the spine does between them. */
static double
trunk_from_upright (const CoachTake   *take,
                    const CoachSample *sample)
{
  const CoachSkeleton *skeleton = coach_take_motion (take)->figure->skeleton;
  int neck = coach_skeleton_find_segment (skeleton, "neck");
  CoachPoint line
      = coach_point_unit (coach_point_subtract (sample->stance.segments[neck].at,
                                                sample->stance.segments[0].at));

  return acos (CLAMP (line.z, -1.0, 1.0)) / COACH_DEGREE;
}

static void
check_trunk (const CoachTake        *take,
             const CoachSample      *sample,
             const char             *key,
             const CoachWantedAngle *wanted,
             GPtrArray              *findings)
{
  double is = trunk_from_upright (take, sample);
  double off = fabs (is - wanted->degrees);
  g_autofree char *subject
      = g_strdup_printf ("key %s: the trunk is %.0f from upright, the catalogue says \"%s\"", key,
                         is, wanted->words);

  /* A slope is one with either end up: "25° above horizontal" is also said of a bridge. */
  if (wanted->degrees > 45.0)
    off = MIN (off, fabs (180.0 - is - wanted->degrees));
  coach_findings_note (findings, COACH_FINDING_ANGLE, subject, off, MAX_OFF_DEG, sample->t_s);
}

static void
check_angle (const CoachTake        *take,
             const CoachSample      *sample,
             const char             *key,
             const CoachWantedAngle *wanted,
             GPtrArray              *findings)
{
  const CoachSkeleton *skeleton = coach_take_motion (take)->figure->skeleton;
  g_autofree char *subject = NULL;
  double is = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (wanted->dofs); i++)
    if (wanted->dofs[i] >= 0)
      is += sample->angles[wanted->dofs[i]];
  subject = g_strdup_printf ("key %s: %s is %.0f, the catalogue says \"%s\"", key,
                             skeleton->dofs[wanted->dofs[0]].name, is, wanted->words);
  coach_findings_note (findings, COACH_FINDING_ANGLE, subject, fabs (is - wanted->degrees),
                       MAX_OFF_DEG, sample->t_s);
}

static void
check_key (const CoachTake *take,
           const char      *name,
           const char      *sentence,
           GPtrArray       *findings,
           GPtrArray       *not_checked)
{
  const CoachMotion *motion = coach_take_motion (take);
  int key = coach_motion_find_key (motion, name);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) wanted = coach_pose_words_parse (motion->figure->skeleton, sentence, left);
  g_autofree CoachSample *sample = NULL;

  if (key < 0)
    {
      coach_findings_note (findings, COACH_FINDING_KEY, name, 1.0, 0.0, 0.0);
      return;
    }
  sample = g_new0 (CoachSample, 1);
  coach_take_sample (take, g_array_index (motion->keys, CoachKey, key).t_s, sample);
  for (guint i = 0; i < wanted->len; i++)
    {
      const CoachWantedAngle *angle = &g_array_index (wanted, CoachWantedAngle, i);

      if (angle->is_trunk)
        check_trunk (take, sample, name, angle, findings);
      else
        check_angle (take, sample, name, angle, findings);
    }
  for (guint i = 0; i < left->len; i++)
    g_ptr_array_add (not_checked,
                     g_strdup_printf ("key %s: %s", name, (char *) g_ptr_array_index (left, i)));
}

static void
check_keys (const CoachTake *take,
            CoachReader     *reader,
            GPtrArray       *findings,
            GPtrArray       *not_checked)
{
  if (!coach_reader_enter (reader, "animation"))
    return;
  if (coach_reader_enter (reader, "keys"))
    {
      for (guint i = 0; i < coach_reader_length (reader); i++)
        {
          coach_reader_enter_item (reader, i);
          check_key (take, coach_reader_string (reader, "name"),
                     coach_reader_string (reader, "pose"), findings, not_checked);
          coach_reader_leave (reader);
        }
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
}

/**
 * coach_check_catalog:
 * @take: a take
 * @catalog_folder: the folder with `movements` and `avoid`
 * @findings: (element-type CoachFinding): where to add what is wrong
 * @not_checked: (element-type utf8): where to add the phrases that say no angle
 *
 * Compares the keys with the positions that the catalogue describes for the same move.
 *
 * Returns: whether the catalogue could be read
 * Throws: [error@StudioError] when the catalogue has no such move
 */
gboolean
coach_check_catalog (const CoachTake *take,
                     const char      *catalog_folder,
                     GPtrArray       *findings,
                     GPtrArray       *not_checked,
                     GError         **error)
{
  static const char *const folders[] = { "movements", "avoid" };
  const CoachMotion *motion = coach_take_motion (take);
  g_autofree char *file = g_strconcat (motion->catalog_id, ".json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (catalog_folder, folders[i], file, NULL);
      g_autoptr (CoachReader) reader = NULL;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      reader = coach_reader_new (path, error);
      if (reader == NULL)
        return FALSE;
      check_keys (take, reader, findings, not_checked);
      return coach_reader_finish (reader, error);
    }
  g_set_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_REFERENCE,
               "%s.json: the catalogue has no move \"%s\"", motion->id, motion->catalog_id);
  return FALSE;
}
