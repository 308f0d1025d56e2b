/* How long the slowest motion's check takes: an author waits for it after each change. */
#include "config.h"

#include "coach-studio.h"

#define LIMIT_S 1.0
#define ROUNDS 3

/* What `lowtide-studio check` does with one motion. Returns seconds. */
static double
check (const CoachStudio *studio,
       const char        *id)
{
  gint64 began_us = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachMotion) motion = coach_studio_load (studio, id, &error);
  g_autoptr (GPtrArray) not_checked = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (CoachTake) take = NULL;
  g_autofree CoachSample *samples = NULL;
  guint n;

  if (motion == NULL)
    g_error ("%s", error->message);
  take = coach_take_new (motion);
  samples = coach_check_sample (take, &n);
  findings = coach_check_samples (take, samples, n);
  if (!coach_check_catalog (take, studio->catalog, findings, not_checked, &error))
    g_error ("%s", error->message);
  return (double) (g_get_monotonic_time () - began_us) / G_USEC_PER_SEC;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachStudio) studio = coach_studio_new (
      g_getenv ("LOWTIDE_MOTIONS_DIR"), g_getenv ("LOWTIDE_CATALOG_DIR"), NULL, &error);
  g_auto (GStrv) ids = studio != NULL ? coach_studio_list (studio, &error) : NULL;
  const char *slowest = NULL;
  double longest_s = 0.0, all_s = 0.0;

  if (ids == NULL || ids[0] == NULL)
    {
      g_printerr ("studio-check: %s\n", error != NULL ? error->message : "there is no motion");
      return 1;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      double check_s = check (studio, ids[i]);

      all_s += check_s;
      if (check_s < longest_s)
        continue;
      longest_s = check_s;
      slowest = ids[i];
    }
  /* The best of some rounds: whatever else the machine does only ever adds. */
  for (guint round = 1; round < ROUNDS; round++)
    {
      double check_s = check (studio, slowest);

      longest_s = MIN (longest_s, check_s);
    }
  g_print ("studio-check: %.3f s for %s, limit %.0f s, ratio %.2f (%u motions in %.2f s)\n",
           longest_s, slowest, LIMIT_S, longest_s / LIMIT_S, g_strv_length (ids), all_s);
  return 0;
}
