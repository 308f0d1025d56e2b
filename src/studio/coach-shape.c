#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-shape.h"

#include <string.h>

static void
read_cone (CoachReader *reader,
           CoachShape  *shape)
{
  coach_reader_allow (reader, "kind", "name", "a", "b", "ra", "rb", "squash", NULL);
  shape->kind = COACH_SHAPE_CONE;
  shape->a = coach_reader_point (reader, "a", 3.0);
  shape->b = coach_reader_point (reader, "b", 3.0);
  shape->radius_a = coach_reader_number (reader, "ra", 0.001, 1.0);
  shape->radius_b = coach_reader_number (reader, "rb", 0.001, 1.0);
  shape->squash = coach_reader_point_or (reader, "squash", 2.0, coach_point (1, 1, 1));
  if (coach_point_distance (shape->a, shape->b) <= fabs (shape->radius_a - shape->radius_b))
    coach_reader_fail (reader, "one end of the cone lies inside the other");
  if (MIN (shape->squash.x, MIN (shape->squash.y, shape->squash.z)) < 0.05)
    coach_reader_fail (reader, "squash must be at least 0.05");
}

static void
read_cylinder (CoachReader *reader,
               CoachShape  *shape)
{
  coach_reader_allow (reader, "kind", "name", "c", "half", "r", "round", "groove", NULL);
  shape->kind = COACH_SHAPE_CYLINDER;
  shape->a = coach_reader_point_or (reader, "c", 3.0, coach_point (0, 0, 0));
  shape->half.x = coach_reader_number (reader, "half", 0.001, 3.0);
  shape->radius_a = coach_reader_number (reader, "r", 0.001, 1.0);
  shape->round = coach_reader_number_or (reader, "round", 0.0, 0.5, 0.004);
  shape->groove = coach_reader_point_or (reader, "groove", 1000.0, coach_point (0, 0, 0));
}

/* Boxes and ellipsoids: a centre and three half widths. */
static void
read_block (CoachReader   *reader,
            CoachShapeKind kind,
            CoachShape    *shape)
{
  coach_reader_allow (reader, "kind", "name", "c", "half", "round", "tilt", NULL);
  shape->kind = kind;
  shape->a = coach_reader_point (reader, "c", 3.0);
  shape->half = coach_reader_point (reader, "half", 3.0);
  shape->round = coach_reader_number_or (reader, "round", 0.0, 0.5, 0.004);
  shape->tilt = coach_reader_point_or (reader, "tilt", 180.0, coach_point (0, 0, 0));
  if (MIN (shape->half.x, MIN (shape->half.y, shape->half.z)) <= 0.0)
    coach_reader_fail (reader, "half must be three numbers above 0");
}

/**
 * coach_shape_read:
 * @reader: a walk, at a shape
 *
 * Reads a shape.
 *
 * Returns: the shape
 */
CoachShape
coach_shape_read (CoachReader *reader)
{
  CoachShape shape = { 0 };
  const char *kind = coach_reader_string (reader, "kind");

  g_strlcpy (shape.name, coach_reader_string_or (reader, "name", ""), sizeof shape.name);
  if (g_str_equal (kind, "cone"))
    read_cone (reader, &shape);
  else if (g_str_equal (kind, "cylinder"))
    read_cylinder (reader, &shape);
  else if (g_str_equal (kind, "ellipsoid"))
    read_block (reader, COACH_SHAPE_ELLIPSOID, &shape);
  else if (g_str_equal (kind, "box"))
    read_block (reader, COACH_SHAPE_BOX, &shape);
  else
    coach_reader_fail (reader, "kind is \"%s\", must be cone, ellipsoid, box or cylinder", kind);
  return shape;
}

/**
 * coach_shape_mirrored:
 * @self: a shape of one side
 *
 * Returns: the same shape of the other side
 */
CoachShape
coach_shape_mirrored (const CoachShape *self)
{
  CoachShape mirrored = *self;

  mirrored.a = coach_point_mirror (self->a);
  mirrored.b = coach_point_mirror (self->b);
  mirrored.tilt = coach_point (self->tilt.x, -self->tilt.y, -self->tilt.z);
  return mirrored;
}

/**
 * coach_shape_turn:
 * @self: a shape
 *
 * Returns: how its tilt turns it
 */
CoachTurn
coach_shape_turn (const CoachShape *self)
{
  CoachTurn x = coach_turn_about (0, self->tilt.x);
  CoachTurn y = coach_turn_about (1, self->tilt.y);
  CoachTurn z = coach_turn_about (2, self->tilt.z);
  CoachTurn zy = coach_turn_multiply (&z, &y);

  return coach_turn_multiply (&zy, &x);
}

static double
linear_from_byte (guint byte)
{
  double v = byte / 255.0;

  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

/**
 * coach_colour_read:
 * @reader: a walk, at an object
 * @member: its member that is a colour such as `#F0553C`
 *
 * Returns: the colour, linear
 */
CoachPoint
coach_colour_read (CoachReader *reader,
                   const char  *member)
{
  const char *text = coach_reader_string (reader, member);
  guint64 value = 0;

  if (text[0] != '#' || strlen (text) != 7
      || !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &value, NULL))
    coach_reader_fail (reader, "%s must be a colour such as #F0553C", member);
  return coach_point (linear_from_byte ((guint) (value >> 16) & 255),
                      linear_from_byte ((guint) (value >> 8) & 255),
                      linear_from_byte ((guint) value & 255));
}

/**
 * coach_materials_read:
 * @reader: a walk, at an object with the member `materials`
 * @materials: (element-type CoachMaterial): where to add them
 *
 * Reads materials; one whose name is there already takes its place.
 */
void
coach_materials_read (CoachReader *reader,
                      GArray      *materials)
{
  g_auto (GStrv) names = NULL;

  if (!coach_reader_enter (reader, "materials"))
    return;
  names = coach_reader_members (reader);
  for (guint i = 0; names[i] != NULL; i++)
    {
      CoachMaterial material = { 0 };
      int at = coach_materials_find (materials, names[i]);

      coach_reader_enter (reader, names[i]);
      coach_reader_allow (reader, "hex", "spec", "gloss", "sss", "sheen", "tone", NULL);
      g_strlcpy (material.name, names[i], sizeof material.name);
      material.colour = coach_colour_read (reader, "hex");
      material.specular = coach_reader_number (reader, "spec", 0.0, 1.0);
      material.gloss = coach_reader_number (reader, "gloss", 1.0, 100.0);
      material.warmth = coach_reader_number (reader, "sss", 0.0, 1.0);
      material.sheen = coach_reader_number (reader, "sheen", 0.0, 1.0);
      material.tone = coach_reader_number_or (reader, "tone", 0.0, 1.0, 0.0);
      coach_reader_leave (reader);
      if (at >= 0)
        g_array_index (materials, CoachMaterial, at) = material;
      else
        g_array_append_val (materials, material);
    }
  coach_reader_leave (reader);
}

/**
 * coach_materials_find:
 * @materials: (element-type CoachMaterial): materials
 * @name: one's name
 *
 * Returns: its index, or -1
 */
int
coach_materials_find (const GArray *materials,
                      const char   *name)
{
  for (guint i = 0; i < materials->len; i++)
    if (g_str_equal (g_array_index (materials, CoachMaterial, i).name, name))
      return (int) i;
  return -1;
}
