#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include <glib/gi18n.h>
#include <gst/gst.h>
#include <unistd.h>

#include "coach-film.h"
#include "studio-commands.h"

#define BAR_WIDTH 30

/* A bar that is drawn again over itself; nothing when nobody is watching. */
static void
film_progressed_cb (guint    done,
                    guint    total,
                    gpointer data)
{
  const char *id = data;
  char bar[BAR_WIDTH + 1];

  if (!isatty (STDERR_FILENO))
    return;
  for (guint i = 0; i < BAR_WIDTH; i++)
    bar[i] = i * total < done * BAR_WIDTH ? '#' : '.';
  bar[BAR_WIDTH] = '\0';
  g_printerr ("\r%-32s [%s] %u/%u%s", id, bar, done, total, done == total ? "\n" : "");
}

static gboolean
passes_checks (const CoachStudio *studio,
               const CoachTake   *take,
               const CoachSample *samples,
               guint              n,
               GError           **error)
{
  g_autoptr (GPtrArray) findings = coach_check_samples (take, samples, n);
  g_autoptr (GPtrArray) not_checked = g_ptr_array_new_with_free_func (g_free);

  if (studio->catalog != NULL
      && !coach_check_catalog (take, studio->catalog, findings, not_checked, error))
    return FALSE;
  if (findings->len > 0)
    g_printerr (_("%s: does not pass its checks and is not rendered\n"),
                coach_take_motion (take)->id);
  return findings->len == 0;
}

/* Returns whether the motion's clip is there and fresh. */
static gboolean
render_one (const CoachStudio *studio,
            const char        *id,
            GError           **error)
{
  g_autoptr (CoachMotion) motion = coach_studio_load (studio, id, error);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "lowtide-studio", id, NULL);
  gint64 began_us = g_get_monotonic_time ();
  g_autoptr (CoachTake) take = NULL;
  g_autofree CoachSample *samples = NULL;
  gboolean is_fresh = FALSE;
  guint n;

  if (motion == NULL || !coach_film_is_fresh (studio, motion, &is_fresh, error))
    return FALSE;
  if (is_fresh)
    return TRUE;
  take = coach_take_new (motion);
  samples = coach_check_sample (take, &n);
  if (!passes_checks (studio, take, samples, n, error)
      || !coach_film_make (studio, take, samples, n, cache, film_progressed_cb, (gpointer) id,
                           error))
    return FALSE;
  g_print (_("%s: rendered, %u pictures in %.0f s\n"), id, n,
           (double) (g_get_monotonic_time () - began_us) / G_USEC_PER_SEC);
  return TRUE;
}

/**
 * studio_command_render:
 * @studio: a studio
 * @ids: (array zero-terminated=1): motions
 *
 * Makes the clips and stills that are missing or stale.
 *
 * Returns: the exit status
 */
int
studio_command_render (const CoachStudio *studio,
                       char             **ids)
{
  int status = STUDIO_EXIT_FINE;

  gst_init (NULL, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (render_one (studio, ids[i], &error))
        continue;
      status = STUDIO_EXIT_FAILED;
      if (error != NULL)
        g_printerr ("%s\n", error->message);
    }
  return status;
}

/**
 * studio_command_list:
 * @studio: a studio
 * @ids: (array zero-terminated=1): motions
 * @only_stale: leave out those whose clip and stills are as they should be
 *
 * Prints the motions, one a line.
 *
 * Returns: the exit status: with @only_stale, a failure when there is one to print
 */
int
studio_command_list (const CoachStudio *studio,
                     char             **ids,
                     gboolean           only_stale)
{
  int status = STUDIO_EXIT_FINE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CoachMotion) motion = coach_studio_load (studio, ids[i], &error);
      gboolean is_fresh = FALSE;

      if (motion == NULL || !coach_film_is_fresh (studio, motion, &is_fresh, &error))
        {
          g_printerr ("%s\n", error->message);
          status = STUDIO_EXIT_FAILED;
          continue;
        }
      if (only_stale && is_fresh)
        continue;
      g_print ("%s\n", ids[i]);
      if (only_stale)
        status = STUDIO_EXIT_FAILED;
    }
  return status;
}
