#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-figure-private.h"

/* The part of a body file that is only looked at: groups, cloth and how they melt. */

static int
read_material (CoachFigure *self,
               CoachReader *reader)
{
  const char *name = coach_reader_string (reader, "mat");
  int material = coach_materials_find (self->materials, name);

  if (material < 0)
    coach_reader_fail (reader, "there is no material \"%s\"", name);
  return MAX (material, 0);
}

static void
read_plane (CoachReader *reader,
            CoachCloth  *cloth,
            guint        index)
{
  double v[4];
  double length;

  for (guint i = 0; i < 4; i++)
    {
      coach_reader_enter_item (reader, i);
      v[i] = coach_reader_value_number (reader, -5.0, 5.0);
      coach_reader_leave (reader);
    }
  length = coach_point_length (coach_point (v[0], v[1], v[2]));
  if (length < 0.01)
    coach_reader_fail (reader, "the plane has no normal");
  cloth->normals[index] = coach_point_unit (coach_point (v[0], v[1], v[2]));
  cloth->limits[index] = v[3];
}

static CoachCloth
read_cloth (CoachFigure      *self,
            CoachReader      *reader,
            const CoachGroup *group)
{
  CoachCloth cloth = { 0 };

  coach_reader_allow (reader, "mat", "thick", "trim", "seg", "planes", "ball", "ballr", NULL);
  cloth.material = read_material (self, reader);
  cloth.thickness = coach_reader_number (reader, "thick", 0.0, 0.05);
  cloth.has_trim = coach_reader_boolean_or (reader, "trim", FALSE);
  cloth.segment = coach_reader_has (reader, "seg") ? coach_figure_read_segment (self, reader, "seg")
                                                   : group->segment;
  cloth.ball = coach_reader_point_or (reader, "ball", 3.0, coach_point (0, 0, 0));
  cloth.ball_radius = coach_reader_number_or (reader, "ballr", 0.0, 1.0, 0.0);
  if (!coach_reader_enter (reader, "planes"))
    return cloth;
  cloth.n_planes = MIN (coach_reader_length (reader), COACH_MAX_PLANES);
  for (guint i = 0; i < cloth.n_planes; i++)
    {
      coach_reader_enter_item (reader, i);
      read_plane (reader, &cloth, i);
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
  return cloth;
}

static void
read_cloths (CoachFigure *self,
             CoachReader *reader,
             CoachGroup  *group)
{
  if (!coach_reader_enter (reader, "cloth"))
    return;
  group->n_cloths = MIN (coach_reader_length (reader), COACH_MAX_CLOTHS);
  for (guint i = 0; i < group->n_cloths; i++)
    {
      coach_reader_enter_item (reader, i);
      group->cloths[i] = read_cloth (self, reader, group);
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
}

static void
read_shapes (CoachReader *reader,
             CoachGroup  *group)
{
  if (!coach_reader_enter (reader, "shapes"))
    {
      coach_reader_fail (reader, "\"shapes\" is missing");
      return;
    }
  group->n_shapes = coach_reader_length (reader);
  if (group->n_shapes == 0 || group->n_shapes > COACH_MAX_SHAPES)
    coach_reader_fail (reader, "must have 1 to %d items", COACH_MAX_SHAPES);
  group->n_shapes = MIN (group->n_shapes, COACH_MAX_SHAPES);
  for (guint i = 0; i < group->n_shapes; i++)
    {
      coach_reader_enter_item (reader, i);
      group->shapes[i] = coach_shape_read (reader);
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
}

/* A group whose name is there already (of the body this one is like) takes its place. */
static void
put_group (CoachFigure *self,
           CoachGroup   group)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (g_array_index (self->groups, CoachGroup, i).name, group.name))
      {
        g_array_index (self->groups, CoachGroup, i) = group;
        return;
      }
  g_array_append_val (self->groups, group);
}

static void
read_group (CoachFigure *self,
            CoachReader *reader)
{
  CoachGroup group = { 0 };

  coach_reader_allow (reader, "name", "seg", "mat", "soft", "flesh", "shapes", "cloth", NULL);
  g_strlcpy (group.name, coach_reader_string (reader, "name"), sizeof group.name);
  group.segment = coach_figure_read_segment (self, reader, "seg");
  group.material = read_material (self, reader);
  group.softness = coach_reader_number (reader, "soft", 0.0, 0.2);
  group.flesh = coach_reader_number_or (reader, "flesh", 0.0, 0.03, 0.0);
  read_shapes (reader, &group);
  read_cloths (self, reader, &group);
  put_group (self, group);
}

static void
read_melt (CoachReader *reader,
           GArray      *melts,
           guint        n_names,
           guint        index)
{
  CoachMelt melt = { 0 };

  coach_reader_enter_item (reader, index);
  coach_reader_enter_item (reader, 0);
  g_strlcpy (melt.a, coach_reader_value_string (reader), sizeof melt.a);
  coach_reader_leave (reader);
  if (n_names == 2)
    {
      coach_reader_enter_item (reader, 1);
      g_strlcpy (melt.b, coach_reader_value_string (reader), sizeof melt.b);
      coach_reader_leave (reader);
    }
  coach_reader_enter_item (reader, n_names);
  melt.softness = coach_reader_value_number (reader, 0.0, 0.2);
  coach_reader_leave (reader);
  coach_reader_leave (reader);
  g_array_append_val (melts, melt);
}

static void
read_melts (CoachFigure *self,
            CoachReader *reader)
{
  if (coach_reader_enter (reader, "clusters"))
    {
      for (guint c = 0; c < coach_reader_length (reader); c++)
        {
          coach_reader_enter_item (reader, c);
          for (guint i = 0; i < coach_reader_length (reader); i++)
            read_melt (reader, self->clusters, 1, i);
          coach_reader_leave (reader);
        }
      coach_reader_leave (reader);
    }
  if (coach_reader_enter (reader, "pairs"))
    {
      for (guint i = 0; i < coach_reader_length (reader); i++)
        read_melt (reader, self->pairs, 2, i);
      coach_reader_leave (reader);
    }
}

/**
 * coach_figure_read_groups:
 * @self: a body
 * @reader: a walk, at the root of its file
 *
 * Reads what is only looked at: groups, cloth, and how they melt into each other.
 */
void
coach_figure_read_groups (CoachFigure *self,
                          CoachReader *reader)
{
  if (coach_reader_enter (reader, "groups"))
    {
      for (guint i = 0; i < coach_reader_length (reader); i++)
        {
          coach_reader_enter_item (reader, i);
          read_group (self, reader);
          coach_reader_leave (reader);
        }
      coach_reader_leave (reader);
    }
  read_melts (self, reader);
}
