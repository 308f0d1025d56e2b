/*
 * What one picture of a clip costs to draw, told in distances: how many times a point's distance to
 * the figure could be measured instead, for each pixel. That is the same on every machine.
 */
#include <sys/resource.h>

#include "config.h"

#include "coach-field.h"
#include "coach-film.h"

#define MOTION          "figure-four-supine"
#define LIMIT_DISTANCES 10.0
#define POINTS_A_SIDE   48
#define ROUNDS          3

static double
get_cpu_s (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Processor seconds for one distance, over all the room that the figure takes. */
static double
measure_distance (const CoachScene *scene,
                  const CoachShot  *shot)
{
  g_autoptr (CoachField) field = coach_field_new (scene, shot);
  const guint n = POINTS_A_SIDE * POINTS_A_SIDE * POINTS_A_SIDE;
  CoachVector low, high, step;
  double began_s;
  float sum = 0.f;

  coach_field_bounds (field, &low, &high);
  step = vec_mul (vec_sub (high, low), 1.f / POINTS_A_SIDE);
  began_s = get_cpu_s ();
  for (guint i = 0; i < n; i++)
    {
      CoachVector at = vec (i % POINTS_A_SIDE + .5f, i / POINTS_A_SIDE % POINTS_A_SIDE + .5f,
                            i / POINTS_A_SIDE / POINTS_A_SIDE + .5f);

      sum += coach_field_exact (field, vec_add (low, vec_times (step, at)), 1e3f, NULL);
    }
  g_assert_cmpfloat (sum, >, 0.f);
  return (get_cpu_s () - began_s) / n;
}

/* Processor seconds for one picture. */
static double
measure_picture (const CoachScene *scene,
                 const CoachShot  *shot)
{
  double began_s = get_cpu_s ();

  coach_image_free (
      coach_render (scene, shot, COACH_STYLE_COLOR, COACH_CLIP_WIDTH, COACH_CLIP_HEIGHT));
  return get_cpu_s () - began_s;
}

static void
measure (const CoachScene *scene,
         const CoachShot  *shot)
{
  double distance_s = G_MAXDOUBLE, picture_s = G_MAXDOUBLE;
  double distances;

  for (guint round = 0; round < ROUNDS; round++)
    {
      double one_distance_s = measure_distance (scene, shot);
      double one_picture_s = measure_picture (scene, shot);

      distance_s = MIN (distance_s, one_distance_s);
      picture_s = MIN (picture_s, one_picture_s);
    }
  distances = picture_s / distance_s / (COACH_CLIP_WIDTH * COACH_CLIP_HEIGHT);
  g_print ("studio-draw: %.1f distances a pixel, limit %.0f, ratio %.2f "
           "(%s: %.2f s of processor time for %dx%d, %.0f ns a distance)\n",
           distances, LIMIT_DISTANCES, distances / LIMIT_DISTANCES, MOTION, picture_s,
           COACH_CLIP_WIDTH, COACH_CLIP_HEIGHT, 1e9 * distance_s);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachStudio) studio
      = coach_studio_new (g_getenv ("LOWTIDE_MOTIONS_DIR"), NULL, NULL, &error);
  g_autoptr (CoachMotion) motion
      = studio != NULL ? coach_studio_load (studio, MOTION, &error) : NULL;
  g_autofree CoachScene *scene
      = motion != NULL ? coach_scene_new (motion, studio->props, &error) : NULL;
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);
  g_autoptr (CoachTake) take = NULL;
  CoachShot shot;

  if (scene == NULL)
    {
      g_printerr ("studio-draw: %s\n", error->message);
      return 1;
    }
  take = coach_take_new (motion);
  coach_take_sample (take, 0.0, sample);
  coach_scene_shot (take, sample, &shot);
  measure (scene, &shot);
  return 0;
}
