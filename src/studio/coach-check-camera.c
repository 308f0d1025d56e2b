#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-check-private.h"

/* Posters and narrow windows show the middle 4:3 of a picture, and a little air is left around the
 * figure there: percent of the half width and height. */
#define MIDDLE_ASPECT (4.0 / 3.0)
#define MAX_OUT_PERCENT 97.0

typedef struct
{
  CoachPoint eye;
  CoachPoint ahead;
  CoachPoint right;
  CoachPoint up;
  double     zoom;    /* tangent of half the field of view */
} Camera;

static Camera
camera_of (const CoachCamera *shot)
{
  const CoachPoint vertical = { 0, 0, 1 };
  Camera camera = { .eye = shot->eye, .zoom = tan (shot->fov_deg * COACH_DEGREE * 0.5) };

  camera.ahead = coach_point_unit (coach_point_subtract (shot->at, shot->eye));
  camera.right = coach_point_unit (coach_point_cross (camera.ahead, vertical));
  camera.up = coach_point_cross (camera.right, camera.ahead);
  return camera;
}

/* How far from the middle a ball is seen to reach, percent of the way to the nearest edge. */
static double
percent_out (const Camera *camera,
             CoachPoint    middle,
             double        radius)
{
  CoachPoint off = coach_point_subtract (middle, camera->eye);
  double depth = MAX (coach_point_dot (off, camera->ahead), 0.01);
  double half = depth * camera->zoom;
  double across = fabs (coach_point_dot (off, camera->right)) + radius;
  double upwards = fabs (coach_point_dot (off, camera->up)) + radius;

  return 100.0 * MAX (across / (half * MIDDLE_ASPECT), upwards / half);
}

/**
 * coach_check_camera:
 * @take: a take
 * @sample: a moment of it
 * @findings: (element-type CoachFinding): where to add what is wrong
 *
 * Looks whether the whole body is seen, in every shape that the picture may be cut to.
 */
void
coach_check_camera (const CoachTake   *take,
                    const CoachSample *sample,
                    GPtrArray         *findings)
{
  const CoachMotion *motion = coach_take_motion (take);
  const GArray *capsules = motion->figure->capsules;
  Camera camera = camera_of (&motion->camera);

  for (guint i = 0; i < capsules->len; i++)
    {
      const CoachCapsule *capsule = &g_array_index (capsules, CoachCapsule, i);
      const CoachRigid *place = &sample->stance.segments[capsule->segment];
      double out = MAX (percent_out (&camera, coach_rigid_apply (place, capsule->a),
                                     capsule->radius),
                        percent_out (&camera, coach_rigid_apply (place, capsule->b),
                                     capsule->radius));

      coach_findings_note (findings, COACH_FINDING_CAMERA,
                           motion->figure->skeleton->segments[capsule->segment].name, out,
                           MAX_OUT_PERCENT, sample->t_s);
    }
}
