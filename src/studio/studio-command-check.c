#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "coach-film.h"
#include "studio-commands.h"

/* A clip is looped: a shorter one is restless, a longer one is seldom seen to its end. What is
 * quicker is shown twice. */
#define SHORTEST_S 6.0
#define LONGEST_S 12.0

/* Differences between authored and solved angles that are worth a line. */
#define SHOWN_DEG 8.0

static void
print_lines (GPtrArray  *lines,
             const char *id,
             const char *what)
{
  for (guint i = 0; i < lines->len; i++)
    g_print ("%s: %s%s\n", id, what, (const char *) g_ptr_array_index (lines, i));
}

static void
print_findings (GPtrArray  *findings,
                const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = coach_finding_to_string (g_ptr_array_index (findings, i));

      g_print ("%s: %s\n", id, line);
    }
}

/* What the solver made of the angles of a key: the first thing to look at when it comes out odd. */
static void
print_moved_angles (const CoachTake *take,
                    const CoachKey  *key)
{
  const CoachMotion *motion = coach_take_motion (take);
  const CoachPose *pose = &g_array_index (motion->poses, CoachPose, key->pose);
  const CoachSkeleton *skeleton = motion->figure->skeleton;
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);

  coach_take_sample (take, key->t_s, sample);
  for (guint i = COACH_ROOT_LENGTHS; i < skeleton->n_dofs; i++)
    if (fabs (sample->angles[i] - pose->angles[i]) > SHOWN_DEG)
      g_print (_("%s: key at %.2f s, pose %s: %s authored %.0f, solved %.0f (%.0f to %.0f)\n"),
               motion->id, key->t_s, pose->name, skeleton->dofs[i].name, pose->angles[i],
               sample->angles[i], skeleton->dofs[i].minimum, skeleton->dofs[i].maximum);
}

static void
print_details (const CoachTake *take,
               GPtrArray       *not_checked)
{
  const CoachMotion *motion = coach_take_motion (take);

  for (guint i = 0; i < motion->keys->len; i++)
    print_moved_angles (take, &g_array_index (motion->keys, CoachKey, i));
  print_lines (not_checked, motion->id, _("not checked: "));
}

static gboolean
check_length (const CoachMotion *motion)
{
  if (motion->duration_s >= SHORTEST_S && motion->duration_s <= LONGEST_S)
    return TRUE;
  g_print (_("%s: it lasts %.2f s, which is to be %.0f to %.0f s\n"), motion->id, motion->duration_s,
           SHORTEST_S, LONGEST_S);
  return FALSE;
}

/* Looks at one motion. Returns whether there is nothing wrong with it. */
static gboolean
check_one (const CoachStudio *studio,
           const char        *id,
           gboolean           is_verbose,
           GError           **error)
{
  gint64 began_us = g_get_monotonic_time ();
  g_autoptr (CoachMotion) motion = coach_studio_load (studio, id, error);
  g_autoptr (GPtrArray) not_checked = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (CoachTake) take = NULL;
  g_autofree CoachSample *samples = NULL;
  gboolean is_fine;
  guint n;

  if (motion == NULL)
    return FALSE;
  take = coach_take_new (motion);
  samples = coach_check_sample (take, &n);
  findings = coach_check_samples (take, samples, n);
  if (studio->catalog != NULL
      && !coach_check_catalog (take, studio->catalog, findings, not_checked, error))
    return FALSE;
  print_findings (findings, id);
  if (is_verbose)
    print_details (take, not_checked);
  is_fine = check_length (motion) && findings->len == 0;
  if (is_fine)
    g_print (_("%s: fine (%u pictures in %.2f s; phrases of the catalogue not checked: %u)\n"), id,
             n, (double) (g_get_monotonic_time () - began_us) / G_USEC_PER_SEC, not_checked->len);
  if (is_verbose)
    g_print (_("%s: %u of %u pictures have to be drawn\n"), id,
             coach_film_count_pictures (take, samples, n), n);
  return is_fine;
}

/* Whether every move of the catalogue has a motion. */
static gboolean
check_all_are_there (const CoachStudio *studio,
                     GError           **error)
{
  g_auto (GStrv) missing = coach_studio_list_missing (studio, error);

  for (guint i = 0; missing != NULL && missing[i] != NULL; i++)
    g_print (_("%s: the catalogue has it, but no motion shows it\n"), missing[i]);
  return missing != NULL && missing[0] == NULL;
}

/**
 * studio_command_check:
 * @studio: a studio
 * @ids: (array zero-terminated=1): motions
 * @is_everything: whether these are all there are: then each move of the catalogue has to have one
 * @is_verbose: also tell what the solver changed, and what of the catalogue was not checked
 *
 * Looks at motions and prints what is wrong with them.
 *
 * Returns: the exit status
 */
int
studio_command_check (const CoachStudio *studio,
                      char             **ids,
                      gboolean           is_everything,
                      gboolean           is_verbose)
{
  int status = STUDIO_EXIT_FINE;
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (check_one (studio, ids[i], is_verbose, &error))
        continue;
      status = STUDIO_EXIT_FAILED;
      if (error != NULL)
        g_printerr ("%s\n", error->message);
    }
  if (is_everything && studio->catalog != NULL && !check_all_are_there (studio, &failure))
    status = STUDIO_EXIT_FAILED;
  if (failure != NULL)
    g_printerr ("%s\n", failure->message);
  return status;
}
