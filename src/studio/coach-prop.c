#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-prop.h"

#include <string.h>

static void
read_part (CoachPropBox  *self,
           CoachReader   *reader,
           CoachPropPart *part)
{
  const char *material = coach_reader_string (reader, "mat");

  coach_reader_allow (reader, "mat", "shapes", NULL);
  part->material = coach_materials_find (self->materials, material);
  if (part->material < 0)
    coach_reader_fail (reader, "there is no material \"%s\"", material);
  if (!coach_reader_enter (reader, "shapes"))
    {
      coach_reader_fail (reader, "\"shapes\" is missing");
      return;
    }
  part->n_shapes = coach_reader_length (reader);
  if (part->n_shapes == 0 || part->n_shapes > COACH_MAX_PROP_SHAPES)
    coach_reader_fail (reader, "must have 1 to %d items", COACH_MAX_PROP_SHAPES);
  part->n_shapes = MIN (part->n_shapes, COACH_MAX_PROP_SHAPES);
  for (guint i = 0; i < part->n_shapes; i++)
    {
      coach_reader_enter_item (reader, i);
      part->shapes[i] = coach_shape_read (reader);
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
}

/* What it is made of belongs to it: a colour that changes changes its pictures. */
static void
sum_kind (const CoachPropBox *self,
          const char         *text,
          CoachPropKind      *kind)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) text, -1);
  for (guint i = 0; i < kind->n_parts; i++)
    {
      int material = kind->parts[i].material;

      if (material >= 0)
        g_checksum_update (
            checksum, (const guchar *) &g_array_index (self->materials, CoachMaterial, material),
            sizeof (CoachMaterial));
    }
  g_strlcpy (kind->checksum, g_checksum_get_string (checksum), sizeof kind->checksum);
}

static void
read_kind (CoachPropBox *self,
           CoachReader  *reader,
           const char   *name)
{
  CoachPropKind kind = { 0 };
  g_autofree char *text = NULL;

  coach_reader_enter (reader, name);
  text = coach_reader_to_text (reader);
  coach_reader_allow (reader, "radius", "give", "solid", "parts", NULL);
  g_strlcpy (kind.name, name, sizeof kind.name);
  kind.radius = coach_reader_number_or (reader, "radius", 0.01, 0.5, 0.0);
  kind.give = coach_reader_number_or (reader, "give", 0.0, 0.1, 0.0);
  kind.is_solid = coach_reader_boolean_or (reader, "solid", TRUE);
  if (coach_reader_enter (reader, "parts"))
    {
      kind.n_parts = MIN (coach_reader_length (reader), COACH_MAX_PROP_PARTS);
      for (guint i = 0; i < kind.n_parts; i++)
        {
          coach_reader_enter_item (reader, i);
          read_part (self, reader, &kind.parts[i]);
          coach_reader_leave (reader);
        }
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
  sum_kind (self, text, &kind);
  g_array_append_val (self->kinds, kind);
}

/**
 * coach_prop_box_new:
 * @path: the file `props.json`
 *
 * Reads the kinds of props.
 *
 * Returns: (transfer full) (nullable): the kinds
 * Throws: [error@StudioError]
 */
CoachPropBox *
coach_prop_box_new (const char *path,
                    GError    **error)
{
  g_autoptr (CoachReader) reader = coach_reader_new (path, error);
  g_autoptr (CoachPropBox) self = NULL;
  g_auto (GStrv) names = NULL;

  if (reader == NULL)
    return NULL;
  self = g_new0 (CoachPropBox, 1);
  self->materials = g_array_new (FALSE, TRUE, sizeof (CoachMaterial));
  self->kinds = g_array_new (FALSE, TRUE, sizeof (CoachPropKind));
  coach_reader_allow (reader, "about", "materials", "kinds", NULL);
  coach_materials_read (reader, self->materials);
  if (coach_reader_enter (reader, "kinds"))
    {
      names = coach_reader_members (reader);
      for (guint i = 0; names[i] != NULL; i++)
        read_kind (self, reader, names[i]);
      coach_reader_leave (reader);
    }
  return coach_reader_finish (reader, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * coach_prop_box_free:
 * @self: (transfer full): kinds of props
 */
void
coach_prop_box_free (CoachPropBox *self)
{
  g_clear_pointer (&self->materials, g_array_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_free (self);
}

/**
 * coach_prop_box_find:
 * @self: kinds of props
 * @name: such as `chair`
 *
 * Returns: (transfer none) (nullable): that kind
 */
const CoachPropKind *
coach_prop_box_find (const CoachPropBox *self,
                     const char         *name)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_strcmp0 (g_array_index (self->kinds, CoachPropKind, i).name, name) == 0)
      return &g_array_index (self->kinds, CoachPropKind, i);
  return NULL;
}

static gboolean
face_of_box (const CoachShape *box,
             const char       *side,
             CoachFace        *face)
{
  static const struct
  {
    const char *name;
    CoachPoint  normal;
  } sides[] = { { "top", { 0, 0, 1 } },    { "bottom", { 0, 0, -1 } }, { "front", { 0, 1, 0 } },
                { "back", { 0, -1, 0 } },  { "right", { 1, 0, 0 } },   { "left", { -1, 0, 0 } } };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      CoachPoint n = sides[i].normal;
      CoachTurn turn = coach_shape_turn (box);

      if (!g_str_equal (sides[i].name, side))
        continue;
      face->across = n.x != 0 ? coach_point (0, 1, 0) : coach_point (1, 0, 0);
      face->up = n.z != 0 ? coach_point (0, 1, 0) : coach_point (0, 0, 1);
      face->half_across = n.x != 0 ? box->half.y : box->half.x;
      face->half_up = n.z != 0 ? box->half.y : box->half.z;
      face->middle = coach_point (n.x * box->half.x, n.y * box->half.y, n.z * box->half.z);
      face->middle = coach_point_add (box->a, coach_turn_apply (&turn, face->middle));
      face->across = coach_turn_apply (&turn, face->across);
      face->up = coach_turn_apply (&turn, face->up);
      face->normal = coach_turn_apply (&turn, n);
      return TRUE;
    }
  return FALSE;
}

/**
 * coach_prop_kind_find_face:
 * @self: a kind of prop
 * @name: `BOX` for the top of the box of that name, or `BOX.SIDE` for another side of it: top,
 *   bottom, front (+y), back, right (+x), left
 * @face: (out): where that face is
 *
 * Finds a face that a contact names.
 *
 * Returns: whether there is one
 */
gboolean
coach_prop_kind_find_face (const CoachPropKind *self,
                           const char          *name,
                           CoachFace           *face)
{
  g_auto (GStrv) words = g_strsplit (name, ".", 2);

  if (words[0] == NULL)
    return FALSE;
  for (guint p = 0; p < self->n_parts; p++)
    for (guint i = 0; i < self->parts[p].n_shapes; i++)
      {
        const CoachShape *shape = &self->parts[p].shapes[i];

        if (shape->kind == COACH_SHAPE_BOX && g_str_equal (shape->name, words[0]))
          return face_of_box (shape, words[1] != NULL ? words[1] : "top", face);
      }
  return FALSE;
}
