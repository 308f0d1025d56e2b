#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "coach-picture.h"
#include "studio-commands.h"

#define SHEET_COLUMNS 4
#define SHEET_WIDTH 360
#define SHEET_HEIGHT 270

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
  image = draw_moment (take, scene, g_array_index (motion->keys, CoachKey, key).t_s, style, width,
                       height);
  return coach_picture_save (image, path, error);
}

/**
 * studio_command_still:
 * @studio: a studio
 * @id: a motion
 * @key: the name of a key
 * @path: where the picture goes, `.png` or `.jpg`
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

/* Every key and the middle of every way between keys. A hold is one moment. */
static GArray *
moments_of (const CoachMotion *motion)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < motion->keys->len; i++)
    {
      const CoachKey *key = &g_array_index (motion->keys, CoachKey, i);
      const CoachKey *next = &g_array_index (motion->keys, CoachKey, (i + 1) % motion->keys->len);
      double end = i + 1 < motion->keys->len ? next->t_s : motion->duration_s;
      double middle = (key->t_s + end) / 2.0;

      g_array_append_val (moments, key->t_s);
      if (key->pose != next->pose)
        g_array_append_val (moments, middle);
    }
  return moments;
}

static void
paste (const CoachImage *small,
       CoachImage       *sheet,
       guint             index)
{
  guint left = index % SHEET_COLUMNS * SHEET_WIDTH;
  guint top = index / SHEET_COLUMNS * SHEET_HEIGHT;

  for (guint y = 0; y < small->height; y++)
    memcpy (sheet->rgb + ((gsize) (top + y) * sheet->width + left) * 3,
            small->rgb + (gsize) y * small->width * 3, (gsize) small->width * 3);
}

static gboolean
make_sheet (const CoachStudio *studio,
            const char        *id,
            const char        *path,
            CoachStyle         style,
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
  sheet = coach_image_new (SHEET_COLUMNS * SHEET_WIDTH,
                           (moments->len + SHEET_COLUMNS - 1) / SHEET_COLUMNS * SHEET_HEIGHT);
  memset (sheet->rgb, 255, (gsize) sheet->width * sheet->height * 3);
  for (guint i = 0; i < moments->len; i++)
    {
      g_autoptr (CoachImage) small = draw_moment (take, scene, g_array_index (moments, double, i),
                                                  style, SHEET_WIDTH, SHEET_HEIGHT);

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
 *
 * Draws a contact sheet of a motion: every key, and the middle of every way between keys.
 *
 * Returns: the exit status
 */
int
studio_command_sheet (const CoachStudio *studio,
                      const char        *id,
                      const char        *path,
                      CoachStyle         style)
{
  g_autoptr (GError) error = NULL;

  if (make_sheet (studio, id, path, style, &error))
    return STUDIO_EXIT_FINE;
  g_printerr ("%s\n", error->message);
  return STUDIO_EXIT_FAILED;
}
