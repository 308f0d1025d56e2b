#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-film-private.h"
#include "coach-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#define STILL_WIDTH 640
#define STILL_HEIGHT 480
#define POSTER_WIDTH 480
#define POSTER_HEIGHT 360
/* Constant quality of VP9: where the eye sees no loss, and where it is no longer good. */
#define FINEST 30
#define COARSEST 42
#define COARSER 4
/* The still for grids. */
#define POSTER "poster"
/* Six centimetres at 300 dots an inch. */
#define PAPER_WIDTH 720
#define PAPER_HEIGHT 540

typedef struct
{
  const CoachStudio *studio;
  const CoachTake   *take;
  const CoachScene  *scene;
  const char        *looks;
  const char        *cache;
  guint              shrink;     /* how many times smaller than usual all pictures are */
} Film;

/**
 * coach_film_slug:
 * @name: the name of a key
 *
 * Gets what its still is called: small letters, digits and hyphens.
 *
 * Returns: (transfer full): the name, without an ending
 */
char *
coach_film_slug (const char *name)
{
  g_autofree char *slug = g_ascii_strdown (name, -1);

  return g_strcanon (g_steal_pointer (&slug), "abcdefghijklmnopqrstuvwxyz0123456789-", '-');
}

static char *
output_path (const CoachStudio *studio,
             const char        *folder,
             const char        *name,
             const char        *ending)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);

  return g_build_filename (studio->output, folder, file, NULL);
}

/* A picture is kept under the checksum of all that it shows: an interrupted run goes on where it
 * stopped, also when the motion was changed, and nothing of another body or colour gets in. */
static char *
cache_path (const Film      *film,
            const CoachShot *shot)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *file = NULL;

  g_checksum_update (checksum, (const guchar *) film->looks, -1);
  g_checksum_update (checksum, (const guchar *) shot, sizeof *shot);
  file = g_strconcat (g_checksum_get_string (checksum), ".png", NULL);
  return g_build_filename (film->cache, file, NULL);
}

static CoachImage *
load_picture (const char *path)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file (path, NULL);
  CoachImage *image;
  gsize row;

  if (pixbuf == NULL || gdk_pixbuf_get_n_channels (pixbuf) != 3)
    return NULL;
  image = coach_image_new ((guint) gdk_pixbuf_get_width (pixbuf),
                           (guint) gdk_pixbuf_get_height (pixbuf));
  row = (gsize) image->width * 3;
  for (guint y = 0; y < image->height; y++)
    memcpy (image->rgb + y * row,
            gdk_pixbuf_read_pixels (pixbuf) + y * (guint) gdk_pixbuf_get_rowstride (pixbuf), row);
  return image;
}

static CoachImage *
picture_of (const Film      *film,
            const CoachShot *shot,
            GError         **error)
{
  guint width = COACH_CLIP_WIDTH / film->shrink;
  guint height = COACH_CLIP_HEIGHT / film->shrink;
  g_autofree char *path = cache_path (film, shot);
  g_autoptr (CoachImage) image = load_picture (path);

  if (image != NULL && image->width == width && image->height == height)
    return g_steal_pointer (&image);
  g_clear_pointer (&image, coach_image_free);
  image = coach_render (film->scene, shot, COACH_STYLE_COLOR, width, height);
  return coach_picture_save_quickly (image, path, error) ? g_steal_pointer (&image) : NULL;
}

/* Which of the pictures before it each picture is like: its own number if it is a new one. */
static guint *
find_likes (const CoachTake   *take,
            const CoachSample *samples,
            guint              n,
            CoachShot         *shots)
{
  guint *likes = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      coach_scene_shot (take, &samples[i], &shots[i]);
      likes[i] = i;
      for (guint j = 0; j < i && likes[i] == i; j++)
        if (likes[j] == j && coach_shot_is_like (&shots[i], &shots[j]))
          likes[i] = j;
    }
  return likes;
}

/**
 * coach_film_count_pictures:
 * @take: a take
 * @samples: (array length=n): every picture of its loop
 * @n: how many those are
 *
 * Returns: how many of them have to be drawn; the rest looks like one of these
 */
guint
coach_film_count_pictures (const CoachTake   *take,
                           const CoachSample *samples,
                           guint              n)
{
  g_autofree CoachShot *shots = g_new (CoachShot, n);
  g_autofree guint *likes = find_likes (take, samples, n, shots);
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += likes[i] == i;
  return count;
}

static gboolean
write_pictures (const Film        *film,
                const CoachSample *samples,
                guint              n,
                CoachClipWriter   *writer,
                CoachFilmProgress  progress,
                gpointer           progress_data,
                GError           **error)
{
  g_autofree CoachShot *shots = g_new (CoachShot, n);
  g_autofree guint *likes = find_likes (film->take, samples, n, shots);

  for (guint i = 0; i <= n; i++)
    {
      /* One more than the loop has: the last is the first again, so that a player that holds the
       * last picture while it goes back shows no gap. */
      g_autoptr (CoachImage) image = picture_of (film, &shots[likes[i % n]], error);

      if (image == NULL || !coach_clip_writer_add (writer, image, error))
        return FALSE;
      progress (i + 1, n + 1, progress_data);
    }
  return TRUE;
}

static gboolean
encode_clip (const Film        *film,
             const char        *path,
             guint              coarseness,
             const CoachSample *samples,
             guint              n,
             CoachFilmProgress  progress,
             gpointer           progress_data,
             GError           **error)
{
  g_autoptr (CoachClipWriter) writer
      = coach_clip_writer_new (path, COACH_CLIP_WIDTH / film->shrink,
                               COACH_CLIP_HEIGHT / film->shrink, coarseness, error);

  return writer != NULL && write_pictures (film, samples, n, writer, progress, progress_data, error)
         && coach_clip_writer_finish (writer, error);
}

/* The pictures are drawn by then: a clip that came out too large is soon encoded again, coarser. */
static gboolean
make_clip (const Film        *film,
           const CoachSample *samples,
           guint              n,
           CoachFilmProgress  progress,
           gpointer           progress_data,
           GError           **error)
{
  const char *id = coach_take_motion (film->take)->id;
  g_autofree char *path = output_path (film->studio, "clips", id, ".webm");
  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);
  GStatBuf status = { .st_size = G_MAXINT };

  for (guint coarseness = FINEST; coarseness <= COARSEST && status.st_size > COACH_CLIP_MAX_BYTES;
       coarseness += COARSER)
    if (!encode_clip (film, unfinished, coarseness, samples, n, progress, progress_data, error)
        || g_stat (unfinished, &status) != 0)
      {
        g_unlink (unfinished);
        return FALSE;
      }
  if (g_rename (unfinished, path) == 0)
    return TRUE;
  g_set_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_RENDER, "%s: cannot be written", path);
  return FALSE;
}

typedef struct
{
  CoachStyle  style;
  const char *ending;
  guint       width;
  guint       height;
} Format;

/* All are the middle 4:3 of the clip's pictures. */
static const Format screen = { COACH_STYLE_COLOR, ".jpg", STILL_WIDTH, STILL_HEIGHT };
static const Format paper = { COACH_STYLE_LINES, "-lines.png", PAPER_WIDTH, PAPER_HEIGHT };
static const Format grid = { COACH_STYLE_COLOR, ".jpg", POSTER_WIDTH, POSTER_HEIGHT };

static gboolean
make_still (const Film      *film,
            const CoachShot *shot,
            const Format    *format,
            const char      *name,
            GError         **error)
{
  g_autofree char *folder = g_build_filename ("stills", coach_take_motion (film->take)->id, NULL);
  g_autofree char *path = output_path (film->studio, folder, name, format->ending);
  g_autoptr (CoachImage) image
      = coach_render (film->scene, shot, format->style, format->width / film->shrink,
                      format->height / film->shrink);

  return coach_picture_save (image, path, error);
}

static gboolean
make_stills (const Film *film,
             GError    **error)
{
  const CoachMotion *motion = coach_take_motion (film->take);
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);
  CoachShot last;
  gboolean has_last = FALSE;

  for (guint i = 0; i < motion->keys->len; i++)
    {
      const CoachKey *key = &g_array_index (motion->keys, CoachKey, i);
      g_autofree char *slug = coach_film_slug (key->name);
      CoachShot shot;

      if (key->name[0] == '\0')
        continue;
      coach_take_sample (film->take, key->t_s, sample);
      coach_scene_shot (film->take, sample, &shot);
      if (!make_still (film, &shot, &screen, slug, error)
          || !make_still (film, &shot, &paper, slug, error))
        return FALSE;
      last = shot;
      has_last = TRUE;
    }
  /* What a move is about is where it leads to. */
  return !has_last || make_still (film, &last, &grid, POSTER, error);
}

static gboolean
make_folder (const char *path,
             GError    **error)
{
  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  g_set_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_RENDER, "%s: cannot be made: %s", path,
               g_strerror (errno));
  return FALSE;
}

static gboolean
make_folders (const Film *film,
              GError    **error)
{
  g_autofree char *clips = g_build_filename (film->studio->output, "clips", NULL);
  g_autofree char *stills
      = g_build_filename (film->studio->output, "stills", coach_take_motion (film->take)->id, NULL);

  return make_folder (clips, error) && make_folder (stills, error)
         && make_folder (film->cache, error);
}

static void
clear_cache (const char *cache)
{
  g_autoptr (GDir) folder = g_dir_open (cache, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (cache, name, NULL);

      if (g_str_has_suffix (name, ".png"))
        g_unlink (path);
    }
  g_rmdir (cache);
}

/**
 * coach_film_make:
 * @studio: a studio with an output folder
 * @take: a take
 * @samples: (array length=n): every picture of its loop
 * @n: how many those are
 * @cache: a folder of this motion's own, for pictures that are ready
 * @progress: (scope call): hears how far it is
 * @progress_data: handed to @progress
 *
 * Makes the clip and the stills of a motion, and last the stamp that says what they were made
 * from. What was drawn before an interruption is taken from @cache, which is emptied at the end.
 *
 * Returns: whether all was written
 * Throws: [error@StudioError], or what the encoders say
 */
gboolean
coach_film_make (const CoachStudio *studio,
                 const CoachTake   *take,
                 const CoachSample *samples,
                 guint              n,
                 const char        *cache,
                 CoachFilmProgress  progress,
                 gpointer           progress_data,
                 GError           **error)
{
  return coach_film_make_small (studio, take, samples, n, cache, 1, progress, progress_data, error);
}

/**
 * coach_film_make_small:
 * @studio: a studio with an output folder
 * @take: a take
 * @samples: (array length=n): every picture of its loop
 * @n: how many those are
 * @cache: a folder of this motion's own, for pictures that are ready
 * @shrink: how many times smaller all pictures are
 * @progress: (scope call): hears how far it is
 * @progress_data: handed to @progress
 *
 * Does what [func@film_make] does with small pictures, so that a test need not wait for large ones.
 *
 * Returns: whether all was written
 * Throws: [error@StudioError], or what the encoders say
 */
gboolean
coach_film_make_small (const CoachStudio *studio,
                       const CoachTake   *take,
                       const CoachSample *samples,
                       guint              n,
                       const char        *cache,
                       guint              shrink,
                       CoachFilmProgress  progress,
                       gpointer           progress_data,
                       GError           **error)
{
  const CoachMotion *motion = coach_take_motion (take);
  g_autofree CoachScene *scene = coach_scene_new (motion, studio->props, error);
  g_autofree char *looks = scene != NULL ? coach_studio_looks (studio, motion, error) : NULL;
  g_autofree char *fingerprint
      = looks != NULL ? coach_studio_fingerprint (studio, motion, error) : NULL;
  g_autofree char *stamp = output_path (studio, "clips", motion->id, ".stamp");
  g_autofree char *line = g_strconcat (fingerprint, "\n", NULL);
  Film film = { studio, take, scene, looks, cache, shrink };

  if (fingerprint == NULL || !make_folders (&film, error)
      || !make_stills (&film, error)
      || !make_clip (&film, samples, n, progress, progress_data, error)
      || !g_file_set_contents (stamp, line, -1, error))
    return FALSE;
  clear_cache (cache);
  return TRUE;
}

static gboolean
has_all_files (const CoachStudio *studio,
               const CoachMotion *motion)
{
  g_autofree char *clip = output_path (studio, "clips", motion->id, ".webm");
  g_autofree char *folder = g_build_filename ("stills", motion->id, NULL);
  g_autofree char *poster = output_path (studio, folder, POSTER, ".jpg");
  gboolean is_whole = g_file_test (clip, G_FILE_TEST_IS_REGULAR);

  for (guint i = 0; i < motion->keys->len && is_whole; i++)
    {
      g_autofree char *slug = coach_film_slug (g_array_index (motion->keys, CoachKey, i).name);
      g_autofree char *colour = output_path (studio, folder, slug, ".jpg");
      g_autofree char *lines = output_path (studio, folder, slug, "-lines.png");

      if (*slug != '\0')
        is_whole = g_file_test (colour, G_FILE_TEST_IS_REGULAR)
                   && g_file_test (lines, G_FILE_TEST_IS_REGULAR)
                   && g_file_test (poster, G_FILE_TEST_IS_REGULAR);
    }
  return is_whole;
}

/**
 * coach_film_is_fresh:
 * @studio: a studio with an output folder
 * @motion: a motion
 * @is_fresh: (out): whether its clip and stills are there and made from what it is now
 *
 * Compares what was made with what it would be made from.
 *
 * Returns: whether that could be found out
 * Throws: when a file cannot be read
 */
gboolean
coach_film_is_fresh (const CoachStudio *studio,
                     const CoachMotion *motion,
                     gboolean          *is_fresh,
                     GError           **error)
{
  g_autofree char *stamp = output_path (studio, "clips", motion->id, ".stamp");
  g_autofree char *fingerprint = coach_studio_fingerprint (studio, motion, error);
  g_autofree char *made_from = NULL;

  if (fingerprint == NULL)
    return FALSE;
  *is_fresh = g_file_get_contents (stamp, &made_from, NULL, NULL)
              && g_str_equal (g_strstrip (made_from), fingerprint)
              && has_all_files (studio, motion);
  return TRUE;
}
