#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include <string.h>

#include "coach-motion-private.h"

/* What a breath moves when a motion does not say: metres. */
#define BREATH_DEPTH 0.005
#define MAX_KEYS 64
#define KEY_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -"

static void
clear_glow (gpointer data)
{
  g_clear_pointer (&((CoachGlow *) data)->track, g_array_unref);
}

static void
read_camera (CoachMotion *self,
             CoachReader *reader)
{
  self->camera.light = coach_point (0.35, -0.45, 0.95);
  if (!coach_reader_enter (reader, "camera"))
    {
      coach_reader_fail (reader, "\"camera\" is missing");
      return;
    }
  coach_reader_allow (reader, "eye", "at", "fov", "light", NULL);
  self->camera.eye = coach_reader_point (reader, "eye", 20.0);
  self->camera.at = coach_reader_point (reader, "at", 10.0);
  self->camera.fov_deg = coach_reader_number_or (reader, "fov", 8.0, 70.0, 25.0);
  self->camera.light = coach_reader_point_or (reader, "light", 10.0, self->camera.light);
  if (coach_point_distance (self->camera.eye, self->camera.at) < 0.5)
    coach_reader_fail (reader, "eye must be at least 0.5 m from at");
  coach_reader_leave (reader);
}

static void
read_prop (CoachMotion        *self,
           CoachReader        *reader,
           const CoachPropBox *box,
           const char         *name)
{
  CoachProp *prop = &self->props[self->n_props];
  const char *kind;

  coach_reader_enter (reader, name);
  kind = coach_reader_string (reader, "kind");
  coach_reader_allow (reader, "kind", "pos", "yaw", "held", "turn", NULL);
  g_strlcpy (prop->name, name, sizeof prop->name);
  prop->kind = coach_prop_box_find (box, kind);
  prop->at = coach_reader_point_or (reader, "pos", 5.0, coach_point (0, 0, 0));
  prop->yaw_deg = coach_reader_number_or (reader, "yaw", -360.0, 360.0, 0.0);
  prop->hold_turn = coach_reader_point_or (reader, "turn", 360.0, coach_point (0, 0, 0));
  prop->holder = -1;
  if (coach_reader_has (reader, "held"))
    {
      prop->holder
          = coach_figure_find_landmark (self->figure, coach_reader_string (reader, "held"));
      if (prop->holder < 0)
        coach_reader_fail (reader, "held: there is no landmark \"%s\"",
                           coach_reader_string (reader, "held"));
    }
  if (prop->kind == NULL)
    coach_reader_fail (reader, "there is no kind of prop \"%s\"", kind);
  coach_reader_leave (reader);
  self->n_props += prop->kind != NULL;
}

static void
read_props (CoachMotion        *self,
            CoachReader        *reader,
            const CoachPropBox *box)
{
  g_auto (GStrv) names = NULL;

  if (!coach_reader_enter (reader, "props"))
    return;
  names = coach_reader_members (reader);
  if (g_strv_length (names) > COACH_MAX_PROPS)
    coach_reader_fail (reader, "must have at most %d members", COACH_MAX_PROPS);
  for (guint i = 0; names[i] != NULL && i < COACH_MAX_PROPS; i++)
    read_prop (self, reader, box, names[i]);
  coach_reader_leave (reader);
}

/* [[second, amount], ...], the first at 0, rising. */
static void
read_glow (CoachMotion *self,
           CoachReader *reader,
           const char  *name)
{
  CoachGlow glow = { coach_figure_find_muscle (self->figure, name), NULL };
  double before = -1.0;

  coach_reader_enter (reader, name);
  glow.track = g_array_new (FALSE, FALSE, sizeof (CoachPoint));
  if (glow.muscle < 0)
    coach_reader_fail (reader, "there is no muscle \"%s\"", name);
  for (guint i = 0; i < coach_reader_length (reader); i++)
    {
      CoachPoint mark = { 0 };

      coach_reader_enter_item (reader, i);
      coach_reader_enter_item (reader, 0);
      mark.x = coach_reader_value_number (reader, 0.0, self->duration_s);
      if (mark.x <= before || (i == 0 && mark.x != 0.0))
        coach_reader_fail (reader, "seconds must begin at 0 and rise");
      before = mark.x;
      coach_reader_leave (reader);
      coach_reader_enter_item (reader, 1);
      mark.y = coach_reader_value_number (reader, 0.0, 1.0);
      coach_reader_leave (reader);
      coach_reader_leave (reader);
      g_array_append_val (glow.track, mark);
    }
  if (glow.track->len == 0)
    coach_reader_fail (reader, "must have an item");
  coach_reader_leave (reader);
  g_array_append_val (self->glows, glow);
}

static void
read_glows (CoachMotion *self,
            CoachReader *reader)
{
  g_auto (GStrv) names = NULL;

  if (!coach_reader_enter (reader, "highlight"))
    return;
  names = coach_reader_members (reader);
  for (guint i = 0; names[i] != NULL; i++)
    read_glow (self, reader, names[i]);
  coach_reader_leave (reader);
}

static CoachEase
read_ease (CoachReader *reader)
{
  static const char *const names[] = { "smooth", "sine", "linear", "in", "out" };
  const char *name = coach_reader_string_or (reader, "ease", "smooth");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (CoachEase) i;
  coach_reader_fail (reader, "ease is \"%s\", must be smooth, sine, linear, in or out", name);
  return COACH_EASE_SMOOTH;
}

static void
read_key_props (CoachMotion *self,
                CoachReader *reader,
                CoachKey    *key)
{
  g_auto (GStrv) names = NULL;

  if (!coach_reader_enter (reader, "props"))
    return;
  names = coach_reader_members (reader);
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_known = FALSE;

      for (guint p = 0; p < self->n_props; p++)
        if (g_str_equal (self->props[p].name, names[i]))
          {
            is_known = key->moves_prop[p] = TRUE;
            key->prop_at[p] = coach_reader_point (reader, names[i], 5.0);
          }
      if (!is_known)
        coach_reader_fail (reader, "there is no prop \"%s\"", names[i]);
    }
  coach_reader_leave (reader);
}

static guint
read_key_pose (CoachMotionSource *source,
               CoachReader       *reader)
{
  CoachMotion *self = source->motion;
  g_autofree char *name = g_strdup (coach_reader_string (reader, "pose"));
  g_autofree CoachPose *pose = NULL;

  for (guint i = 0; i < self->poses->len; i++)
    if (g_str_equal (g_array_index (self->poses, CoachPose, i).name, name))
      return i;
  pose = g_new0 (CoachPose, 1);
  g_strlcpy (pose->name, name, sizeof pose->name);
  g_array_append_val (self->poses, *pose);
  return self->poses->len - 1;
}

static void
read_key (CoachMotionSource *source,
          CoachReader       *reader,
          guint              index)
{
  CoachMotion *self = source->motion;
  CoachKey key = { 0 };
  double earliest = index == 0 ? 0.0 : g_array_index (self->keys, CoachKey, index - 1).t_s + 0.04;

  coach_reader_enter_item (reader, index);
  coach_reader_allow (reader, "t", "pose", "name", "flow", "ease", "props", NULL);
  key.t_s = coach_reader_number (reader, "t", earliest, index == 0 ? 0.0 : self->duration_s - 0.04);
  g_strlcpy (key.name, coach_reader_string_or (reader, "name", ""), sizeof key.name);
  /* Stills are files of that name. */
  if (strspn (key.name, KEY_LETTERS) != strlen (key.name))
    coach_reader_fail (reader, "name may have letters, digits, spaces and hyphens only");
  key.pose = read_key_pose (source, reader);
  key.is_flowing = coach_reader_boolean_or (reader, "flow", FALSE);
  key.ease = read_ease (reader);
  read_key_props (self, reader, &key);
  coach_reader_leave (reader);
  if (key.name[0] != '\0' && coach_motion_find_key (self, key.name) >= 0)
    coach_reader_fail (reader, "two keys are called \"%s\"", key.name);
  g_array_append_val (self->keys, key);
}

static void
read_keys (CoachMotionSource *source)
{
  CoachReader *reader = source->own;

  if (!coach_reader_enter (reader, "keys"))
    {
      coach_reader_fail (reader, "\"keys\" is missing");
      return;
    }
  if (coach_reader_length (reader) == 0 || coach_reader_length (reader) > MAX_KEYS)
    coach_reader_fail (reader, "must have 1 to %d items", MAX_KEYS);
  for (guint i = 0; i < coach_reader_length (reader) && i < MAX_KEYS; i++)
    read_key (source, reader, i);
  coach_reader_leave (reader);
  for (guint i = 0; i < source->motion->poses->len; i++)
    {
      CoachPose *pose = &g_array_index (source->motion->poses, CoachPose, i);
      g_autofree char *name = g_strdup (pose->name);

      coach_motion_read_pose (source, name, 0, pose);
    }
}

static void
read_breath (CoachMotion *self,
             CoachReader *reader)
{
  CoachBreath *breath = &self->breath;

  if (!coach_reader_enter (reader, "breath"))
    return;
  coach_reader_allow (reader, "period", "in", "belly", "chest", NULL);
  breath->period_s = coach_reader_number (reader, "period", 2.0, 12.0);
  breath->in_s
      = coach_reader_number_or (reader, "in", 1.0, breath->period_s - 1.0, breath->period_s / 2.0);
  breath->belly = coach_reader_number_or (reader, "belly", 0.0, 0.04, BREATH_DEPTH);
  breath->chest = coach_reader_number_or (reader, "chest", 0.0, 0.04, BREATH_DEPTH);
  if (breath->period_s > 0.0 && fabs (remainder (self->duration_s, breath->period_s)) > 1e-6)
    coach_reader_fail (reader,
                       "period must go into duration without a rest, or the loop would not close");
  coach_reader_leave (reader);
}

static void
read_head (CoachMotion *self,
           CoachReader *reader)
{
  coach_reader_allow (reader, "title", "catalog", "body", "duration", "ballistic", "breath",
                      "camera", "props", "highlight", "poses", "keys", NULL);
  self->catalog_id = g_strdup (coach_reader_string_or (reader, "catalog", self->id));
  self->body = g_strdup (coach_reader_string_or (reader, "body", "man"));
  self->duration_s = coach_reader_number (reader, "duration", 1.0, 30.0);
  self->is_ballistic = coach_reader_boolean_or (reader, "ballistic", FALSE);
  read_breath (self, reader);
  if (strchr (self->body, '/') != NULL || self->body[0] == '.')
    coach_reader_fail (reader, "body must be the name of a body");
}

/**
 * coach_motion_new:
 * @path: a motion's file, `ID.json`
 * @figure_folder: the folder with skeleton, bodies and shared poses
 * @box: the kinds of props
 *
 * Reads a motion, with the body and the shared poses that it names.
 *
 * Returns: (transfer full) (nullable): the motion; it keeps referring to @box
 * Throws: [error@StudioError], `FILE: member: reason`
 */
CoachMotion *
coach_motion_new (const char         *path,
                  const char         *figure_folder,
                  const CoachPropBox *box,
                  GError            **error)
{
  g_autoptr (CoachReader) reader = coach_reader_new (path, error);
  g_autofree char *shared_path = g_build_filename (figure_folder, "poses.json", NULL);
  g_autoptr (CoachReader) shared = reader != NULL ? coach_reader_new (shared_path, error) : NULL;
  g_autofree char *file = g_path_get_basename (path);
  g_autoptr (CoachMotion) self = NULL;
  CoachMotionSource source;

  if (reader == NULL || shared == NULL)
    return NULL;
  self = g_new0 (CoachMotion, 1);
  self->id
      = g_str_has_suffix (file, ".json") ? g_strndup (file, strlen (file) - 5) : g_strdup (file);
  self->inherited = g_string_new (NULL);
  self->poses = g_array_new (FALSE, TRUE, sizeof (CoachPose));
  self->keys = g_array_new (FALSE, TRUE, sizeof (CoachKey));
  self->glows = g_array_new (FALSE, TRUE, sizeof (CoachGlow));
  g_array_set_clear_func (self->glows, clear_glow);
  read_head (self, reader);
  if (!coach_reader_finish (reader, error)
      || (self->figure = coach_figure_new (figure_folder, self->body, error)) == NULL)
    return NULL;
  source = (CoachMotionSource) { self, reader, shared };
  read_camera (self, reader);
  read_props (self, reader, box);
  read_glows (self, reader);
  read_keys (&source);
  if (!coach_reader_finish (shared, error) || !coach_reader_finish (reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * coach_motion_free:
 * @self: (transfer full): a motion
 */
void
coach_motion_free (CoachMotion *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->catalog_id, g_free);
  g_clear_pointer (&self->body, g_free);
  g_clear_pointer (&self->figure, coach_figure_free);
  if (self->inherited != NULL)
    g_string_free (self->inherited, TRUE);
  g_clear_pointer (&self->poses, g_array_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->glows, g_array_unref);
  g_free (self);
}

/**
 * coach_motion_find_key:
 * @self: a motion
 * @name: the name of a key, in any case
 *
 * Returns: its index, or -1
 */
int
coach_motion_find_key (const CoachMotion *self,
                       const char        *name)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (g_ascii_strcasecmp (g_array_index (self->keys, CoachKey, i).name, name) == 0)
      return (int) i;
  return -1;
}
