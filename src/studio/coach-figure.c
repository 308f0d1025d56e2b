#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-figure-private.h"

#include <string.h>

/**
 * coach_figure_read_segment:
 * @self: a body
 * @reader: a walk, at an object
 * @member: its member that names a segment
 *
 * Returns: the segment's index, or 0 when there is none of that name
 */
int
coach_figure_read_segment (CoachFigure *self,
                           CoachReader *reader,
                           const char  *member)
{
  const char *name = coach_reader_string (reader, member);
  int segment = coach_skeleton_find_segment (self->skeleton, name);

  if (segment < 0)
    coach_reader_fail (reader, "there is no segment \"%s\"", name);
  return MAX (segment, 0);
}

static void
read_landmark (CoachFigure *self,
               CoachReader *reader,
               const char  *name)
{
  CoachLandmark landmark = { 0 };
  int at = coach_figure_find_landmark (self, name);

  coach_reader_allow (reader, "seg", "p", "r", "n", NULL);
  g_strlcpy (landmark.name, name, sizeof landmark.name);
  landmark.segment = coach_figure_read_segment (self, reader, "seg");
  landmark.at = coach_reader_point (reader, "p", 1.0);
  landmark.radius = coach_reader_number (reader, "r", 0.001, 0.3);
  landmark.normal = coach_reader_point_or (reader, "n", 1.0, coach_point (0, 0, 0));
  if (coach_point_length (landmark.normal) > 0.0)
    landmark.normal = coach_point_unit (landmark.normal);
  if (at >= 0)
    g_array_index (self->landmarks, CoachLandmark, at) = landmark;
  else
    g_array_append_val (self->landmarks, landmark);
}

static void
read_muscle (CoachFigure *self,
             CoachReader *reader,
             const char  *name)
{
  CoachMuscle muscle = { 0 };
  int at = coach_figure_find_muscle (self, name);

  coach_reader_allow (reader, "a", "b", "r", "hex", NULL);
  g_strlcpy (muscle.name, name, sizeof muscle.name);
  muscle.radius = coach_reader_number (reader, "r", 0.005, 0.2);
  muscle.colour = coach_colour_read (reader, "hex");
  for (int end = 0; end < 2; end++)
    {
      if (!coach_reader_enter (reader, end == 0 ? "a" : "b"))
        {
          coach_reader_fail (reader, "\"a\" and \"b\" must say where it begins and ends");
          return;
        }
      *(end == 0 ? &muscle.segment_a : &muscle.segment_b)
          = coach_figure_read_segment (self, reader, "seg");
      *(end == 0 ? &muscle.a : &muscle.b) = coach_reader_point (reader, "p", 1.0);
      coach_reader_leave (reader);
    }
  if (at >= 0)
    g_array_index (self->muscles, CoachMuscle, at) = muscle;
  else
    g_array_append_val (self->muscles, muscle);
}

static void
read_capsules (CoachFigure *self,
               CoachReader *reader)
{
  if (!coach_reader_enter (reader, "capsules"))
    return;
  g_array_set_size (self->capsules, 0);
  if (coach_reader_length (reader) > COACH_MAX_HALF_CAPSULES)
    coach_reader_fail (reader, "must have at most %d items", COACH_MAX_HALF_CAPSULES);
  for (guint i = 0; i < coach_reader_length (reader); i++)
    {
      CoachCapsule capsule = { 0 };

      coach_reader_enter_item (reader, i);
      coach_reader_allow (reader, "seg", "a", "b", "r", NULL);
      capsule.segment = coach_figure_read_segment (self, reader, "seg");
      capsule.a = coach_reader_point (reader, "a", 1.0);
      capsule.b = coach_reader_point (reader, "b", 1.0);
      capsule.radius = coach_reader_number (reader, "r", 0.001, 0.3);
      coach_reader_leave (reader);
      g_array_append_val (self->capsules, capsule);
    }
  coach_reader_leave (reader);
}

typedef void (*ReadNamed) (CoachFigure *self,
                           CoachReader *reader,
                           const char  *name);

static void
read_named (CoachFigure *self,
            CoachReader *reader,
            const char  *member,
            ReadNamed    read)
{
  g_auto (GStrv) names = NULL;

  if (!coach_reader_enter (reader, member))
    return;
  names = coach_reader_members (reader);
  for (guint i = 0; names[i] != NULL; i++)
    {
      coach_reader_enter (reader, names[i]);
      read (self, reader, names[i]);
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
}

/* Another stature or width of a joint than the skeleton's; both sides. */
static void
read_offset (CoachFigure *self,
             CoachReader *reader,
             const char  *name)
{
  g_autofree char *left = coach_side_swapped (name);
  int segment = coach_skeleton_find_segment (self->skeleton, name);
  int other = coach_skeleton_find_segment (self->skeleton, left);
  CoachPoint offset
      = coach_point_scale (coach_reader_value_point (reader, 1.0), self->skeleton->stature);

  if (segment < 0)
    {
      coach_reader_fail (reader, "there is no such segment");
      return;
    }
  self->skeleton->segments[segment].offset = offset;
  if (other != segment)
    self->skeleton->segments[other].offset = coach_point_mirror (offset);
}

static void
read_build (CoachFigure *self,
            CoachReader *reader)
{
  double stature = coach_reader_number_or (reader, "stature", 1.4, 2.1, self->skeleton->stature);
  double factor = stature / self->skeleton->stature;

  for (guint i = 0; i < self->skeleton->n_segments; i++)
    self->skeleton->segments[i].offset
        = coach_point_scale (self->skeleton->segments[i].offset, factor);
  self->skeleton->stature = stature;
  read_named (self, reader, "offsets", read_offset);
}

static gboolean
read_body (CoachFigure *self,
           const char  *folder,
           const char  *body,
           guint        depth,
           GError     **error)
{
  g_autofree char *file = g_strconcat (body, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (CoachReader) reader = coach_reader_new (path, error);
  const char *like;

  if (reader == NULL)
    return FALSE;
  coach_reader_allow (reader, "about", "like", "stature", "offsets", "materials", "groups",
                      "clusters", "pairs", "muscles", "landmarks", "capsules", NULL);
  like = coach_reader_string_or (reader, "like", NULL);
  if (like != NULL && depth > 0)
    coach_reader_fail (reader, "like: a body that is like another cannot be copied again");
  else if (like != NULL && strchr (like, '/') != NULL)
    coach_reader_fail (reader, "like: must be the name of a body");
  else if (like != NULL && !read_body (self, folder, like, depth + 1, error))
    return FALSE;
  read_build (self, reader);
  coach_materials_read (reader, self->materials);
  coach_figure_read_groups (self, reader);
  read_named (self, reader, "landmarks", read_landmark);
  read_named (self, reader, "muscles", read_muscle);
  read_capsules (self, reader);
  return coach_reader_finish (reader, error);
}

/**
 * coach_figure_new:
 * @folder: the folder with `skeleton.json` and the bodies
 * @body: the body's name, of the file without `.json`
 *
 * Reads a body and adds its left half.
 *
 * Returns: (transfer full) (nullable): the body
 * Throws: [error@StudioError]
 */
CoachFigure *
coach_figure_new (const char *folder,
                  const char *body,
                  GError    **error)
{
  g_autoptr (CoachFigure) self = g_new0 (CoachFigure, 1);
  g_autofree char *skeleton = g_build_filename (folder, "skeleton.json", NULL);

  self->materials = g_array_new (FALSE, TRUE, sizeof (CoachMaterial));
  self->groups = g_array_new (FALSE, TRUE, sizeof (CoachGroup));
  self->clusters = g_array_new (FALSE, TRUE, sizeof (CoachMelt));
  self->pairs = g_array_new (FALSE, TRUE, sizeof (CoachMelt));
  self->landmarks = g_array_new (FALSE, TRUE, sizeof (CoachLandmark));
  self->capsules = g_array_new (FALSE, TRUE, sizeof (CoachCapsule));
  self->muscles = g_array_new (FALSE, TRUE, sizeof (CoachMuscle));
  self->skeleton = coach_skeleton_new (skeleton, error);
  if (self->skeleton == NULL || !read_body (self, folder, body, 0, error))
    return NULL;
  coach_figure_add_left (self);
  return g_steal_pointer (&self);
}

/**
 * coach_figure_free:
 * @self: (transfer full): a body
 */
void
coach_figure_free (CoachFigure *self)
{
  g_clear_pointer (&self->skeleton, coach_skeleton_free);
  g_clear_pointer (&self->materials, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->clusters, g_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->landmarks, g_array_unref);
  g_clear_pointer (&self->capsules, g_array_unref);
  g_clear_pointer (&self->muscles, g_array_unref);
  g_free (self);
}

/**
 * coach_figure_find_landmark:
 * @self: a body
 * @name: such as `heel_L`
 *
 * Returns: the index of that landmark, or -1
 */
int
coach_figure_find_landmark (const CoachFigure *self,
                            const char        *name)
{
  for (guint i = 0; i < self->landmarks->len; i++)
    if (g_strcmp0 (g_array_index (self->landmarks, CoachLandmark, i).name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * coach_figure_find_muscle:
 * @self: a body
 * @name: such as `piriformis_L`
 *
 * Returns: the index of that muscle, or -1
 */
int
coach_figure_find_muscle (const CoachFigure *self,
                          const char        *name)
{
  for (guint i = 0; i < self->muscles->len; i++)
    if (g_strcmp0 (g_array_index (self->muscles, CoachMuscle, i).name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * coach_figure_landmark:
 * @self: a body
 * @index: which landmark
 *
 * Returns: (transfer none): the landmark
 */
const CoachLandmark *
coach_figure_landmark (const CoachFigure *self,
                       int                index)
{
  g_return_val_if_fail (index >= 0 && (guint) index < self->landmarks->len, NULL);

  return &g_array_index (self->landmarks, CoachLandmark, index);
}

/**
 * coach_figure_landmark_at:
 * @self: a body
 * @stance: how it stands
 * @index: which landmark
 *
 * Returns: where the centre of that landmark is
 */
CoachPoint
coach_figure_landmark_at (const CoachFigure *self,
                          const CoachStance *stance,
                          int                index)
{
  const CoachLandmark *landmark = coach_figure_landmark (self, index);

  return coach_rigid_apply (&stance->segments[landmark->segment], landmark->at);
}
