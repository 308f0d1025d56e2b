#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-skeleton.h"

#include <string.h>

static void
add_dof (CoachSkeleton *self,
         CoachDof       dof)
{
  self->dofs[self->n_dofs++] = dof;
}

/* The pelvis floats: three ways to shift and four to turn, in the order of their rotations. */
static void
add_root_dofs (CoachSkeleton *self)
{
  static const char *const names[COACH_ROOT_DOFS] = { "root.x", "root.y", "root.z", "root.yaw",
                                                      "root.pitch", "root.roll", "root.twist" };
  static const int axes[COACH_ROOT_DOFS] = { 0, 1, 2, 2, 0, 1, 2 };

  for (int i = 0; i < COACH_ROOT_DOFS; i++)
    {
      gboolean is_length = i < COACH_ROOT_LENGTHS;

      add_dof (self, (CoachDof) { g_strdup (names[i]), axes[i], 1.0, is_length ? -5.0 : -400.0,
                                  is_length ? 5.0 : 400.0, is_length ? 2.0 : 4.0 });
    }
}

/* Turns about y and z change their sense on the other side; those about x do not. */
static CoachDof
read_dof (CoachReader *reader,
          const char  *segment,
          gboolean     is_mirrored)
{
  CoachDof dof = { 0 };
  const char *axis = coach_reader_string (reader, "axis");
  const char *letter = axis[0] == '-' ? axis + 1 : axis;

  coach_reader_allow (reader, "name", "axis", "min", "max", "stiff", NULL);
  dof.name = g_strdup_printf ("%s.%s", segment, coach_reader_string (reader, "name"));
  dof.sign = axis[0] == '-' ? -1.0 : 1.0;
  if (strlen (letter) != 1 || strchr ("xyz", letter[0]) == NULL)
    coach_reader_fail (reader, "axis must be x, y or z, with a minus before it or not");
  else
    dof.axis = letter[0] - 'x';
  if (is_mirrored && dof.axis != 0)
    dof.sign = -dof.sign;
  dof.minimum = coach_reader_number (reader, "min", -180.0, 0.0);
  dof.maximum = coach_reader_number (reader, "max", 0.0, 190.0);
  dof.stiffness = coach_reader_number_or (reader, "stiff", 0.1, 10.0, 1.0);
  return dof;
}

static void
read_dofs (CoachSkeleton *self,
           CoachReader   *reader,
           CoachSegment  *segment,
           gboolean       is_mirrored)
{
  if (!coach_reader_enter (reader, "dofs"))
    return;
  for (guint i = 0; i < coach_reader_length (reader); i++)
    {
      if (self->n_dofs == COACH_MAX_DOFS)
        {
          coach_reader_fail (reader, "the skeleton has more than %d degrees of freedom",
                             COACH_MAX_DOFS);
          break;
        }
      coach_reader_enter_item (reader, i);
      add_dof (self, read_dof (reader, segment->name, is_mirrored));
      segment->n_dofs++;
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
}

static void
find_movers (CoachSkeleton *self,
             CoachSegment  *segment)
{
  if (segment->parent < 0)
    {
      for (guint8 i = 0; i < COACH_ROOT_DOFS; i++)
        segment->movers[segment->n_movers++] = i;
      return;
    }
  segment->n_movers = self->segments[segment->parent].n_movers;
  memcpy (segment->movers, self->segments[segment->parent].movers, sizeof segment->movers);
  for (guint i = 0; i < segment->n_dofs; i++)
    segment->movers[segment->n_movers++] = (guint8) (segment->first_dof + i);
}

static char *
read_name (CoachReader *reader,
           const char  *member,
           gboolean     is_mirrored)
{
  const char *name = coach_reader_string (reader, member);

  return is_mirrored ? coach_side_swapped (name) : g_strdup (name);
}

static void
read_segment (CoachSkeleton *self,
              CoachReader   *reader,
              gboolean       is_mirrored)
{
  CoachSegment *segment = &self->segments[self->n_segments];
  CoachPoint offset = coach_reader_point_or (reader, "offset", 1.0, coach_point (0, 0, 0));

  coach_reader_allow (reader, "name", "parent", "offset", "dofs", NULL);
  if (self->n_segments == COACH_MAX_SEGMENTS)
    {
      coach_reader_fail (reader, "the skeleton has more than %d segments", COACH_MAX_SEGMENTS);
      return;
    }
  segment->name = read_name (reader, "name", is_mirrored);
  segment->parent = -1;
  if (coach_reader_has (reader, "parent"))
    {
      g_autofree char *parent = read_name (reader, "parent", is_mirrored);

      segment->parent = coach_skeleton_find_segment (self, parent);
      if (segment->parent < 0)
        coach_reader_fail (reader, "parent \"%s\" must stand before it", parent);
    }
  else if (self->n_segments > 0)
    coach_reader_fail (reader, "\"parent\" is missing");
  segment->offset
      = coach_point_scale (is_mirrored ? coach_point_mirror (offset) : offset, self->stature);
  segment->first_dof = self->n_dofs;
  self->n_segments++;
  read_dofs (self, reader, segment, is_mirrored);
  find_movers (self, segment);
}

/* The file has the middle and the right; the left follows when all of those are there. */
static void
read_segments (CoachSkeleton *self,
               CoachReader   *reader)
{
  if (!coach_reader_enter (reader, "segments"))
    {
      coach_reader_fail (reader, "\"segments\" is missing");
      return;
    }
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < coach_reader_length (reader); i++)
      {
        coach_reader_enter_item (reader, i);
        if (pass == 0 || coach_side_is_right (coach_reader_string (reader, "name")))
          read_segment (self, reader, pass == 1);
        coach_reader_leave (reader);
      }
  coach_reader_leave (reader);
}

/**
 * coach_skeleton_new:
 * @path: the file `skeleton.json`
 *
 * Reads the joint tree and adds its left half.
 *
 * Returns: (transfer full) (nullable): the skeleton
 * Throws: [error@StudioError]
 */
CoachSkeleton *
coach_skeleton_new (const char *path,
                    GError    **error)
{
  g_autoptr (CoachReader) reader = coach_reader_new (path, error);
  g_autoptr (CoachSkeleton) self = NULL;

  if (reader == NULL)
    return NULL;
  self = g_new0 (CoachSkeleton, 1);
  coach_reader_allow (reader, "about", "stature", "segments", NULL);
  self->stature = coach_reader_number (reader, "stature", 1.0, 2.2);
  add_root_dofs (self);
  read_segments (self, reader);
  return coach_reader_finish (reader, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * coach_skeleton_free:
 * @self: (transfer full): a skeleton
 */
void
coach_skeleton_free (CoachSkeleton *self)
{
  for (guint i = 0; i < self->n_segments; i++)
    g_free (self->segments[i].name);
  for (guint i = 0; i < self->n_dofs; i++)
    g_free (self->dofs[i].name);
  g_free (self);
}

/**
 * coach_skeleton_find_segment:
 * @self: a skeleton
 * @name: such as `thigh_L`
 *
 * Returns: the index of that segment, or -1
 */
int
coach_skeleton_find_segment (const CoachSkeleton *self,
                             const char          *name)
{
  for (guint i = 0; i < self->n_segments; i++)
    if (g_strcmp0 (self->segments[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * coach_skeleton_find_dof:
 * @self: a skeleton
 * @name: such as `thigh_L.flex`
 *
 * Returns: the index of that degree of freedom, or -1
 */
int
coach_skeleton_find_dof (const CoachSkeleton *self,
                         const char          *name)
{
  for (guint i = 0; i < self->n_dofs; i++)
    if (g_strcmp0 (self->dofs[i].name, name) == 0)
      return (int) i;
  return -1;
}

static void
stand_root (const CoachSkeleton *self,
            const double        *angles,
            CoachStance         *stance)
{
  CoachPoint at = coach_point (angles[0], angles[1], angles[2]);
  CoachTurn turn = coach_turn_identity ();

  for (int i = 0; i < COACH_ROOT_DOFS; i++)
    {
      stance->pivots[i] = at;
      stance->axes[i] = coach_turn_axis (&turn, self->dofs[i].axis);
      if (i >= COACH_ROOT_LENGTHS)
        {
          CoachTurn by = coach_turn_about (self->dofs[i].axis, angles[i]);

          turn = coach_turn_multiply (&turn, &by);
        }
    }
  stance->segments[0] = (CoachRigid) { turn, at };
}

/**
 * coach_skeleton_stand:
 * @self: a skeleton
 * @angles: a value for each degree of freedom
 * @stance: (out): where everything is
 *
 * Forward kinematics: each angle turns about its axis as moved by the ones before it.
 */
void
coach_skeleton_stand (const CoachSkeleton *self,
                      const double        *angles,
                      CoachStance         *stance)
{
  stand_root (self, angles, stance);
  for (guint s = 1; s < self->n_segments; s++)
    {
      const CoachSegment *segment = &self->segments[s];
      const CoachRigid *parent = &stance->segments[segment->parent];
      CoachTurn turn = parent->turn;
      CoachPoint at = coach_rigid_apply (parent, segment->offset);

      for (guint d = segment->first_dof; d < segment->first_dof + segment->n_dofs; d++)
        {
          const CoachDof *dof = &self->dofs[d];
          CoachTurn by = coach_turn_about (dof->axis, dof->sign * angles[d]);

          stance->axes[d] = coach_point_scale (coach_turn_axis (&turn, dof->axis), dof->sign);
          stance->pivots[d] = at;
          turn = coach_turn_multiply (&turn, &by);
        }
      stance->segments[s] = (CoachRigid) { turn, at };
    }
}

/**
 * coach_side_is_right:
 * @name: the name of a segment, landmark, muscle
 *
 * Returns: whether it is of the right side
 */
gboolean
coach_side_is_right (const char *name)
{
  return g_str_has_suffix (name, "_R");
}

/**
 * coach_side_swapped:
 * @name: the name of a segment, landmark, muscle or angle
 *
 * Gets what the same thing is called on the other side; what is in the middle keeps its name.
 *
 * Returns: (transfer full): the name
 */
char *
coach_side_swapped (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);
  char *side;

  if (parts[0] == NULL)
    return g_strdup (name);
  side = g_str_has_suffix (parts[0], "_R") || g_str_has_suffix (parts[0], "_L")
             ? parts[0] + strlen (parts[0]) - 1
             : NULL;
  if (side != NULL)
    *side = *side == 'R' ? 'L' : 'R';
  return g_strjoinv (".", parts);
}
