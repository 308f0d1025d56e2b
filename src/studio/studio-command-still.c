#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "coach-outlines.h"
#include "coach-picture.h"
#include "studio-commands.h"

#define SHEET_COLUMNS 4

static gboolean
save_outlines (const CoachTake  *take,
               const CoachScene *scene,
               double            t_s,
               CoachStyle        style,
               guint             width,
               guint             height,
               const char       *path,
               GError          **error)
{
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);
  g_autofree char *text = NULL;
  CoachShot shot;

  coach_take_sample (take, t_s, sample);
  coach_scene_shot (take, sample, &shot);
  text = coach_outlines_draw (scene, &shot, style, width, height);
  return g_file_set_contents (path, text, -1, error);
}

static CoachImage *
draw_moment (const CoachTake  *take,
             const CoachScene *scene,
             double            t_s,
             CoachStyle        style,
             guint             width,
             guint             height)
{
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);
  CoachShot shot;

  coach_take_sample (take, t_s, sample);
  coach_scene_shot (take, sample, &shot);
  return coach_render (scene, &shot, style, width, height);
}

/* A key is told by its name, else by that of its pose. */
static int
find_key (const CoachMotion *motion,
          const char        *name)
{
  int key = coach_motion_find_key (motion, name);

  for (guint i = 0; i < motion->keys->len && key < 0; i++)
    {
      guint pose = g_array_index (motion->keys, CoachKey, i).pose;

      if (g_ascii_strcasecmp (g_array_index (motion->poses, CoachPose, pose).name, name) == 0)
        key = (int) i;
    }
  return key;
}

static gboolean
make_still (const CoachStudio *studio,
            const char        *id,
            const char        *name,
            const char        *path,
            CoachStyle         style,
            guint              width,
            guint              height,
            GError           **error)
{
  g_autoptr (CoachMotion) motion = coach_studio_load (studio, id, error);
  g_autoptr (CoachTake) take = NULL;
  g_autofree CoachScene *scene = NULL;
  g_autoptr (CoachImage) image = NULL;
  double t_s;
  int key;

  if (motion == NULL || (scene = coach_scene_new (motion, studio->props, error)) == NULL)
    return FALSE;
  key = find_key (motion, name);
  if (key < 0)
    {
      g_set_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_REFERENCE,
                   "%s.json: keys: none is called \"%s\"", id, name);
      return FALSE;
    }
  take = coach_take_new (motion);
  t_s = g_array_index (motion->keys, CoachKey, key).t_s;
  if (g_str_has_suffix (path, ".svg"))
    return save_outlines (take, scene, t_s, style, width, height, path, error);
  image = draw_moment (take, scene, t_s, style, width, height);
  return coach_picture_save (image, path, error);
}

/**
 * studio_command_still:
 * @studio: a studio
 * @id: a motion
 * @key: the name of a key
 * @path: where the picture goes, `.png` or `.jpg`, or `.svg` for outlines
 * @style: how to draw it
 * @width: pixels
 * @height: pixels
 *
 * Draws one key.
 *
 * Returns: the exit status
 */
int
studio_command_still (const CoachStudio *studio,
                      const char        *id,
                      const char        *key,
                      const char        *path,
                      CoachStyle         style,
                      guint              width,
                      guint              height)
{
  g_autoptr (GError) error = NULL;

  if (make_still (studio, id, key, path, style, width, height, &error))
    return STUDIO_EXIT_FINE;
  g_printerr ("%s\n", error->message);
  return STUDIO_EXIT_FAILED;
}

/* Adds a moment unless the same pose, or the same way there or back, has been seen. */
static void
add_moment (GArray     *moments,
            GHashTable *seen,
            guint       pose,
            guint       other,
            double      t_s)
{
  guint pair = MIN (pose, other) << 16 | MAX (pose, other);

  if (g_hash_table_add (seen, GUINT_TO_POINTER (pair)))
    g_array_append_val (moments, t_s);
}

/* Every pose and the middle of every way between two, once. */
static GArray *
moments_of (const CoachMotion *motion)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < motion->keys->len; i++)
    {
      const CoachKey *key = &g_array_index (motion->keys, CoachKey, i);
      const CoachKey *next = &g_array_index (motion->keys, CoachKey, (i + 1) % motion->keys->len);
      double end = i + 1 < motion->keys->len ? next->t_s : motion->duration_s;

      add_moment (moments, seen, key->pose, key->pose, key->t_s);
      add_moment (moments, seen, key->pose, next->pose, (key->t_s + end) / 2.0);
    }
  return moments;
}

static void
paste (const CoachImage *small,
       CoachImage       *sheet,
       guint             index)
{
  guint left = index % SHEET_COLUMNS * small->width;
  guint top = index / SHEET_COLUMNS * small->height;

  for (guint y = 0; y < small->height; y++)
    memcpy (sheet->rgb + ((gsize) (top + y) * sheet->width + left) * 3,
            small->rgb + (gsize) y * small->width * 3, (gsize) small->width * 3);
}

static gboolean
make_sheet (const CoachStudio *studio,
            const char        *id,
            const char        *path,
            CoachStyle         style,
            guint              width,
            guint              height,
            GError           **error)
{
  g_autoptr (CoachMotion) motion = coach_studio_load (studio, id, error);
  g_autofree CoachScene *scene
      = motion != NULL ? coach_scene_new (motion, studio->props, error) : NULL;
  g_autoptr (CoachTake) take = NULL;
  g_autoptr (GArray) moments = NULL;
  g_autoptr (CoachImage) sheet = NULL;

  if (scene == NULL)
    return FALSE;
  take = coach_take_new (motion);
  moments = moments_of (motion);
  sheet = coach_image_new (SHEET_COLUMNS * width,
                           (moments->len + SHEET_COLUMNS - 1) / SHEET_COLUMNS * height);
  memset (sheet->rgb, 255, (gsize) sheet->width * sheet->height * 3);
  for (guint i = 0; i < moments->len; i++)
    {
      g_autoptr (CoachImage) small = draw_moment (take, scene, g_array_index (moments, double, i),
                                                  style, width, height);

      paste (small, sheet, i);
    }
  return coach_picture_save (sheet, path, error);
}

/**
 * studio_command_sheet:
 * @studio: a studio
 * @id: a motion
 * @path: where the picture goes
 * @style: how to draw it
 * @width: pixels of each picture on it
 * @height: pixels of each
 *
 * Draws a contact sheet of a motion: every pose, and the middle of every way between two.
 *
 * Returns: the exit status
 */
int
studio_command_sheet (const CoachStudio *studio,
                      const char        *id,
                      const char        *path,
                      CoachStyle         style,
                      guint              width,
                      guint              height)
{
  g_autoptr (GError) error = NULL;

  if (make_sheet (studio, id, path, style, width, height, &error))
    return STUDIO_EXIT_FINE;
  g_printerr ("%s\n", error->message);
  return STUDIO_EXIT_FAILED;
}
