#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-figure-private.h"

/* Body files have the middle and the right half. The left is made here. */

static int
left_segment (const CoachFigure *self,
              int                segment)
{
  g_autofree char *name = coach_side_swapped (self->skeleton->segments[segment].name);

  return coach_skeleton_find_segment (self->skeleton, name);
}

static void
set_left_name (char       *left,
               const char *right,
               gsize       size)
{
  g_autofree char *swapped = coach_side_swapped (right);

  g_strlcpy (left, swapped, size);
}

static void
add_left_groups (CoachFigure *self)
{
  guint n = self->groups->len;

  for (guint i = 0; i < n; i++)
    {
      CoachGroup left = g_array_index (self->groups, CoachGroup, i);

      if (!coach_side_is_right (left.name))
        continue;
      set_left_name (left.name, g_array_index (self->groups, CoachGroup, i).name, sizeof left.name);
      left.segment = left_segment (self, left.segment);
      for (guint s = 0; s < left.n_shapes; s++)
        left.shapes[s] = coach_shape_mirrored (&left.shapes[s]);
      for (guint c = 0; c < left.n_cloths; c++)
        {
          left.cloths[c].segment = left_segment (self, left.cloths[c].segment);
          left.cloths[c].ball = coach_point_mirror (left.cloths[c].ball);
          for (guint p = 0; p < left.cloths[c].n_planes; p++)
            left.cloths[c].normals[p] = coach_point_mirror (left.cloths[c].normals[p]);
        }
      g_array_append_val (self->groups, left);
    }
}

static void
add_left_pairs (CoachFigure *self)
{
  guint n = self->pairs->len;

  for (guint i = 0; i < n; i++)
    {
      CoachMelt left = g_array_index (self->pairs, CoachMelt, i);
      CoachMelt right = left;

      if (!coach_side_is_right (right.a) && !coach_side_is_right (right.b))
        continue;
      set_left_name (left.a, right.a, sizeof left.a);
      set_left_name (left.b, right.b, sizeof left.b);
      g_array_append_val (self->pairs, left);
    }
}

static void
add_left_landmarks (CoachFigure *self)
{
  guint n = self->landmarks->len;

  for (guint i = 0; i < n; i++)
    {
      CoachLandmark left = g_array_index (self->landmarks, CoachLandmark, i);

      if (!coach_side_is_right (left.name))
        continue;
      set_left_name (left.name, g_array_index (self->landmarks, CoachLandmark, i).name,
                     sizeof left.name);
      left.segment = left_segment (self, left.segment);
      left.at = coach_point_mirror (left.at);
      left.normal = coach_point_mirror (left.normal);
      g_array_append_val (self->landmarks, left);
    }
}

static void
add_left_capsules (CoachFigure *self)
{
  guint n = self->capsules->len;

  for (guint i = 0; i < n; i++)
    {
      CoachCapsule left = g_array_index (self->capsules, CoachCapsule, i);

      if (!coach_side_is_right (self->skeleton->segments[left.segment].name))
        continue;
      left.segment = left_segment (self, left.segment);
      left.a = coach_point_mirror (left.a);
      left.b = coach_point_mirror (left.b);
      g_array_append_val (self->capsules, left);
    }
}

static void
add_left_muscles (CoachFigure *self)
{
  guint n = self->muscles->len;

  for (guint i = 0; i < n; i++)
    {
      CoachMuscle left = g_array_index (self->muscles, CoachMuscle, i);

      if (!coach_side_is_right (left.name))
        continue;
      set_left_name (left.name, g_array_index (self->muscles, CoachMuscle, i).name,
                     sizeof left.name);
      left.segment_a = left_segment (self, left.segment_a);
      left.segment_b = left_segment (self, left.segment_b);
      left.a = coach_point_mirror (left.a);
      left.b = coach_point_mirror (left.b);
      g_array_append_val (self->muscles, left);
    }
}

/**
 * coach_figure_add_left:
 * @self: a body whose right half has been read
 *
 * Adds the left half, a mirror image of the right.
 */
void
coach_figure_add_left (CoachFigure *self)
{
  add_left_groups (self);
  add_left_pairs (self);
  add_left_landmarks (self);
  add_left_capsules (self);
  add_left_muscles (self);
}
