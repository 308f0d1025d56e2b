#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-poser.h"

#include <string.h>

/* A direction that is off by one counts like a contact that is off by a centimetre. */
#define TURN_WEIGHT 0.01
/* Skin that rests on skin or on a roller presses in a little, metres. */
#define PRESS 0.004

typedef double Slope[3][COACH_MAX_DOFS];

/* How a point that is fixed to a segment moves with each angle. */
static void
point_slope (const CoachSkeleton *skeleton,
             const CoachStance   *stance,
             int                  segment,
             CoachPoint           point,
             Slope                slope)
{
  const CoachSegment *moved = &skeleton->segments[segment];

  memset (slope, 0, sizeof (Slope));
  for (guint i = 0; i < moved->n_movers; i++)
    {
      guint d = moved->movers[i];
      CoachPoint v = d < COACH_ROOT_LENGTHS
                         ? stance->axes[d]
                         : coach_point_cross (stance->axes[d],
                                              coach_point_subtract (point, stance->pivots[d]));

      slope[0][d] = v.x;
      slope[1][d] = v.y;
      slope[2][d] = v.z;
    }
}

/* How a direction that is fixed to a segment turns with each angle. */
static void
direction_slope (const CoachSkeleton *skeleton,
                 const CoachStance   *stance,
                 int                  segment,
                 CoachPoint           direction,
                 Slope                slope)
{
  const CoachSegment *moved = &skeleton->segments[segment];

  memset (slope, 0, sizeof (Slope));
  for (guint i = 0; i < moved->n_movers; i++)
    {
      guint d = moved->movers[i];
      CoachPoint v;

      if (d < COACH_ROOT_LENGTHS)
        continue;
      v = coach_point_cross (stance->axes[d], direction);
      slope[0][d] = v.x;
      slope[1][d] = v.y;
      slope[2][d] = v.z;
    }
}

/* Adds the part of a difference that lies along one direction. */
static void
add_row (CoachContactRows *rows,
         guint             n_dofs,
         CoachPoint        difference,
         Slope             slope,
         CoachPoint        along,
         double            weight)
{
  rows->residual[rows->n_rows] = weight * coach_point_dot (difference, along);
  for (guint d = 0; d < n_dofs; d++)
    rows->slope[rows->n_rows][d]
        = weight * (slope[0][d] * along.x + slope[1][d] * along.y + slope[2][d] * along.z);
  rows->n_rows++;
}

static const CoachPoint world_axes[3] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

static void
add_three (CoachContactRows *rows,
           guint             n_dofs,
           CoachPoint        difference,
           Slope             slope,
           double            weight)
{
  for (int i = 0; i < 3; i++)
    add_row (rows, n_dofs, difference, slope, world_axes[i], weight);
}

static CoachRigid
surface_place (const CoachContact   *contact,
               const CoachPropState *props)
{
  return contact->prop >= 0 ? props[contact->prop].place
                            : (CoachRigid) { coach_turn_identity (), { 0, 0, 0 } };
}

static void
surface_rows (const CoachMotion    *motion,
              const CoachContact   *contact,
              const CoachPropState *props,
              CoachPoint            at,
              Slope                 slope,
              CoachContactRows     *rows)
{
  guint n = motion->figure->skeleton->n_dofs;
  CoachRigid place = surface_place (contact, props);
  CoachPoint normal = coach_turn_apply (&place.turn, contact->face.normal);
  CoachPoint middle = coach_rigid_apply (&place, contact->face.middle);
  double radius = coach_figure_landmark (motion->figure, contact->landmark)->radius;
  CoachPoint rest = coach_point_add (middle, coach_point_scale (normal, radius));

  if (contact->has_pin)
    add_three (rows, n, coach_point_subtract (at, contact->at), slope, 1.0);
  else
    add_row (rows, n, coach_point_subtract (at, rest), slope, normal, 1.0);
}

/* On a roller the point is fixed round it and free along it; on a ball it is fixed. */
static void
roll_rows (const CoachMotion    *motion,
           const CoachContact   *contact,
           const CoachPropState *props,
           CoachPoint            at,
           Slope                 slope,
           CoachContactRows     *rows)
{
  guint n = motion->figure->skeleton->n_dofs;
  const CoachPropKind *kind = motion->props[contact->prop].kind;
  const CoachRigid *place = &props[contact->prop].place;
  double reach
      = kind->radius + coach_figure_landmark (motion->figure, contact->landmark)->radius - PRESS;
  CoachPoint up = coach_point (0, 0, 1);
  CoachPoint side = coach_point_cross (up, coach_turn_axis (&place->turn, 0));
  double angle = contact->angle_deg * COACH_DEGREE;
  CoachPoint out = coach_point_add (coach_point_scale (up, cos (angle)),
                                    coach_point_scale (side, sin (angle)));
  CoachPoint off;

  if (coach_point_length (contact->to) > 0.0)
    out = coach_point_unit (contact->to);
  off = coach_point_subtract (at, coach_point_add (place->at, coach_point_scale (out, reach)));
  if (coach_point_length (contact->to) > 0.0)
    add_three (rows, n, off, slope, 1.0);
  else
    {
      add_row (rows, n, off, slope, side, 1.0);
      add_row (rows, n, off, slope, up, 1.0);
    }
}

static void
touch_rows (const CoachMotion  *motion,
            const CoachContact *contact,
            const CoachStance  *stance,
            CoachPoint          at,
            Slope               slope,
            CoachContactRows   *rows)
{
  const CoachSkeleton *skeleton = motion->figure->skeleton;
  const CoachLandmark *own = coach_figure_landmark (motion->figure, contact->landmark);
  const CoachLandmark *on = coach_figure_landmark (motion->figure, contact->on);
  CoachPoint skin
      = coach_point_add (on->at, coach_point_scale (on->normal, own->radius + on->radius - PRESS));
  CoachPoint target = coach_rigid_apply (&stance->segments[on->segment], skin);
  Slope other;

  point_slope (skeleton, stance, on->segment, target, other);
  for (int i = 0; i < 3; i++)
    for (guint d = 0; d < skeleton->n_dofs; d++)
      slope[i][d] -= other[i][d];
  add_three (rows, skeleton->n_dofs, coach_point_subtract (at, target), slope, 1.0);
}

/* The palm faces what it grips and the fingers go round it; this turns the hand only. */
static void
grip_rows (const CoachMotion  *motion,
           const CoachContact *contact,
           const CoachStance  *stance,
           CoachContactRows   *rows)
{
  const CoachSkeleton *skeleton = motion->figure->skeleton;
  int hand = coach_figure_landmark (motion->figure, contact->landmark)->segment;
  int held = coach_figure_landmark (motion->figure, contact->on)->segment;

  for (guint i = 0; i < contact->n_wants; i++)
    {
      CoachPoint is = coach_turn_apply (&stance->segments[hand].turn, contact->wants_local[i]);
      CoachPoint want = coach_turn_apply (&stance->segments[held].turn, contact->wants_to[i]);
      Slope slope;

      direction_slope (skeleton, stance, hand, is, slope);
      add_three (rows, skeleton->n_dofs, coach_point_subtract (is, want), slope, TURN_WEIGHT);
    }
}

static void
aim_rows (const CoachMotion  *motion,
          const CoachContact *contact,
          const CoachStance  *stance,
          CoachContactRows   *rows)
{
  const CoachSkeleton *skeleton = motion->figure->skeleton;
  CoachPoint is = coach_turn_apply (&stance->segments[contact->segment].turn, contact->direction);
  Slope slope;

  direction_slope (skeleton, stance, contact->segment, is, slope);
  add_three (rows, skeleton->n_dofs, coach_point_subtract (is, coach_point_unit (contact->to)),
             slope, contact->weight * TURN_WEIGHT);
}

/**
 * coach_contact_rows:
 * @motion: a motion
 * @contact: what is asked
 * @stance: how the body stands
 * @props: where the props are
 * @rows: (out): how far the stance is from that
 *
 * Measures a contact. The first rows are metres; those of a direction are scaled to be compared
 * with them.
 */
void
coach_contact_rows (const CoachMotion    *motion,
                    const CoachContact   *contact,
                    const CoachStance    *stance,
                    const CoachPropState *props,
                    CoachContactRows     *rows)
{
  const CoachSkeleton *skeleton = motion->figure->skeleton;
  CoachPoint at = { 0 };
  Slope slope;

  rows->n_rows = rows->n_hard = 0;
  if (contact->landmark >= 0)
    {
      at = coach_figure_landmark_at (motion->figure, stance, contact->landmark);
      point_slope (skeleton, stance,
                   coach_figure_landmark (motion->figure, contact->landmark)->segment, at, slope);
    }
  switch (contact->kind)
    {
    case COACH_CONTACT_SURFACE:
      surface_rows (motion, contact, props, at, slope, rows);
      break;
    case COACH_CONTACT_AT:
      for (int i = 0; i < 3; i++)
        if (!contact->is_free[i])
          add_row (rows, skeleton->n_dofs, coach_point_subtract (at, contact->at), slope,
                   world_axes[i], 1.0);
      break;
    case COACH_CONTACT_TOUCH:
    case COACH_CONTACT_GRIP:
      touch_rows (motion, contact, stance, at, slope, rows);
      break;
    case COACH_CONTACT_ROLL:
      roll_rows (motion, contact, props, at, slope, rows);
      break;
    case COACH_CONTACT_AIM:
      break;
    }
  rows->n_hard = rows->n_rows;
  if (contact->kind == COACH_CONTACT_GRIP)
    grip_rows (motion, contact, stance, rows);
  if (contact->kind == COACH_CONTACT_AIM)
    aim_rows (motion, contact, stance, rows);
}
