#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <gst/gst.h>
#include <string.h>
#include <unistd.h>

#include "coach-film-private.h"
#include "coach-picture.h"
#include "studio-edit.h"
#include "studio-fixture.h"

/* Pictures are that many times smaller than those of a real clip. */
#define SHRINK 20
#define WIDTH (COACH_CLIP_WIDTH / SHRINK)
#define HEIGHT (COACH_CLIP_HEIGHT / SHRINK)
/* After how many pictures a film is interrupted. */
#define INTERRUPTED 3
/* What tells the program that is interrupted where its film is. */
#define FOLDER_VARIABLE "LOWTIDE_TEST_FILM"

/* One who lies raises an arm and puts it down again, in a second. */
#define MOTION                                                                            \
  "{\"duration\": 1, \"camera\": {\"eye\": [-5, 1, 2], \"at\": [0, 0, 0.2]},"             \
  " \"props\": {\"mat\": {\"kind\": \"mat\"}},"                                           \
  " \"poses\": {\"up\": {\"base\": \"supine\", \"angles\": {\"uarm_L\": {\"flex\": 25}}," \
  " \"contacts\": [{\"floor\": \"upper_back\"}]}},"                                       \
  " \"keys\": [{\"t\": 0, \"pose\": \"supine\"},"                                         \
  " {\"t\": 0.5, \"pose\": \"up\", \"name\": \"Arm up\"}]}"

typedef struct
{
  char        *folder;   /* (owned), with "motions", "clips", "stills" and "cache" */
  CoachStudio *studio;   /* (owned) */
  CoachMotion *motion;   /* (owned) */
} Fixture;

static char *
put_file (Fixture    *fixture,
          const char *folder,
          const char *name,
          const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_steal_pointer (&path);
}

/* Reads everything anew, as the next run of the program does. */
static void
open_studio (Fixture *fixture)
{
  g_autofree char *motions = g_build_filename (fixture->folder, "motions", NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->motion, coach_motion_free);
  g_clear_pointer (&fixture->studio, coach_studio_free);
  fixture->studio = coach_studio_new (motions, NULL, fixture->folder, &error);
  g_assert_no_error (error);
  fixture->motion = coach_studio_load (fixture->studio, "arm", &error);
  g_assert_no_error (error);
}

static void
copy_figure (Fixture *fixture)
{
  static const char *const names[]
      = { "man.json", "poses.json", "props.json", "skeleton.json", "woman.json" };
  g_autofree char *figure = studio_fixture_figure ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (figure, names[i], NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      g_free (put_file (fixture, "motions/figure", names[i], text));
    }
}

/* What a finished rendering leaves, without the hours: the files are empty. */
static void
put_outputs (Fixture *fixture)
{
  static const char *const stills[] = { "arm-up.jpg", "arm-up-lines.png", "poster.jpg" };
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint
      = coach_studio_fingerprint (fixture->studio, fixture->motion, &error);

  g_assert_no_error (error);
  g_free (put_file (fixture, "clips", "arm.stamp", fingerprint));
  g_free (put_file (fixture, "clips", "arm.webm", ""));
  for (guint i = 0; i < G_N_ELEMENTS (stills); i++)
    g_free (put_file (fixture, "stills/arm", stills[i], ""));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("lowtide-film-XXXXXX", NULL);
  copy_figure (fixture);
  g_free (put_file (fixture, "motions", "arm.json", MOTION));
  open_studio (fixture);
}

static void
remove_tree (GFile *folder)
{
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (folder, "standard::name", 0, NULL, NULL);
  GFile *child = NULL;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL)
         && child != NULL)
    remove_tree (child);
  g_file_delete (folder, NULL, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  remove_tree (folder);
  g_clear_pointer (&fixture->motion, coach_motion_free);
  g_clear_pointer (&fixture->studio, coach_studio_free);
  g_clear_pointer (&fixture->folder, g_free);
}

static gboolean
is_fresh (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean fresh = FALSE;

  g_assert_true (coach_film_is_fresh (fixture->studio, fixture->motion, &fresh, &error));
  g_assert_no_error (error);
  return fresh;
}

static void
test_fresh (Fixture      *fixture,
            gconstpointer data)
{
  g_test_summary ("A clip made from what the motion is now needs no rendering.");
  put_outputs (fixture);
  g_assert_true (is_fresh (fixture));
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const files[] = { "clips/arm.webm", "clips/arm.stamp", "stills/arm/arm-up.jpg",
                                       "stills/arm/arm-up-lines.png", "stills/arm/poster.jpg" };

  g_test_summary ("A clip, a still or a poster that is missing makes the motion stale.");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i], NULL);

      put_outputs (fixture);
      g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_false (is_fresh (fixture));
    }
}

static void
test_nameless (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *text = studio_edit_text (MOTION, "keys/Arm up/name", "\"\"");
  g_autofree char *poster = g_build_filename (fixture->folder, "stills", "arm", "poster.jpg", NULL);

  g_test_summary ("A motion without a named key has no stills, and is fresh without them.");
  g_free (put_file (fixture, "motions", "arm.json", text));
  open_studio (fixture);
  put_outputs (fixture);
  g_assert_cmpint (g_unlink (poster), ==, 0);
  g_assert_true (is_fresh (fixture));
}

typedef struct
{
  const char *file;
  const char *path;
  const char *value;
  gboolean    is_stale;
} Change;

static const Change changes[] = {
  { "arm.json", "poses/up/angles/uarm_L/flex", "26", TRUE },
  { "arm.json", "camera/fov", "26", TRUE },
  { "figure/poses.json", "poses/supine/angles/uarm_L/flex", "1", TRUE },
  { "figure/poses.json", "poses/supine-trunk/angles/root/pitch", "93", TRUE },
  { "figure/poses.json", "poses/prone/angles/root/z", "0.11", FALSE },
  { "figure/skeleton.json", "stature", "1.73", TRUE },
  { "figure/man.json", "materials/skin/hex", "\"#D2A68F\"", TRUE },
  { "figure/woman.json", "stature", "1.66", FALSE },
  { "figure/props.json", "kinds/mat/give", "0.01", TRUE },
  { "figure/props.json", "kinds/chair/give", "0.01", FALSE },
  { "figure/props.json", "materials/mat/hex", "\"#A9BCCC\"", TRUE },
  { "figure/props.json", "materials/wood/hex", "\"#A9BCCC\"", FALSE },
};

static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  g_test_summary ("A clip is stale when something that it is made from changed, and only then.");
  put_outputs (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "motions", changes[i].file, NULL);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s: %s", changes[i].file, changes[i].path);
      g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
      after = studio_edit_text (before, changes[i].path, changes[i].value);
      g_assert_true (g_file_set_contents (path, after, -1, NULL));
      open_studio (fixture);
      g_assert_cmpint (is_fresh (fixture), ==, !changes[i].is_stale);
      g_assert_true (g_file_set_contents (path, before, -1, NULL));
      open_studio (fixture);
      g_assert_true (is_fresh (fixture));
    }
}

static void
test_other_motion (Fixture      *fixture,
                   gconstpointer data)
{
  g_test_summary ("Another motion changes nothing.");
  put_outputs (fixture);
  g_free (put_file (fixture, "motions", "leg.json", MOTION));
  open_studio (fixture);
  g_assert_true (is_fresh (fixture));
}

static GPtrArray *
list_pictures (const char *cache)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (cache, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (paths, g_build_filename (cache, name, NULL));
  return paths;
}

static char *
checksum_of (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

/* A film on its way: what its cache held when all pictures were there. */
typedef struct
{
  char       *cache;          /* (owned) */
  const char *watched;        /* (nullable), a picture in the cache */
  const char *damaged;        /* (nullable), another */
  gboolean    is_interrupted; /* after some pictures */
  guint       n_progressed;
  guint       n_total;
  guint       n_pictures;
  guint       n_drawn;        /* what had to be drawn */
  char       *watched_sum;    /* (owned) (nullable), in the end */
  char       *damaged_sum;    /* (owned) (nullable), in the end */
} Filming;

static void
clear_filming (Filming *filming)
{
  g_clear_pointer (&filming->cache, g_free);
  g_clear_pointer (&filming->watched_sum, g_free);
  g_clear_pointer (&filming->damaged_sum, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filming, clear_filming)

static void
film_progressed_cb (guint    done,
                    guint    total,
                    gpointer data)
{
  Filming *filming = data;
  g_autoptr (GPtrArray) pictures = NULL;

  g_assert_cmpuint (done, ==, ++filming->n_progressed);
  if (filming->is_interrupted && done == INTERRUPTED)
    _exit (EXIT_SUCCESS);
  if (done < total)
    return;
  pictures = list_pictures (filming->cache);
  filming->n_pictures = pictures->len;
  filming->n_total = total;
  if (filming->watched == NULL)
    return;
  filming->watched_sum = checksum_of (filming->watched);
  filming->damaged_sum = checksum_of (filming->damaged);
}

static void
film (Fixture *fixture,
      Filming *filming)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachTake) take = coach_take_new (fixture->motion);
  g_autofree CoachSample *samples = NULL;
  guint n;

  samples = coach_check_sample (take, &n);
  filming->cache = g_build_filename (fixture->folder, "cache", NULL);
  filming->n_drawn = coach_film_count_pictures (take, samples, n);
  coach_film_make_small (fixture->studio, take, samples, n, filming->cache, SHRINK,
                         film_progressed_cb, filming, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (filming->n_total, ==, n + 1);
}

static void
test_whole (Fixture      *fixture,
            gconstpointer data)
{
  g_auto (Filming) filming = { 0 };
  g_autofree char *poster = g_build_filename (fixture->folder, "stills", "arm", "poster.jpg", NULL);
  g_autoptr (GPtrArray) left = NULL;

  g_test_summary ("Of pictures that are equal one is drawn: the way back is the way there.");
  film (fixture, &filming);
  left = list_pictures (filming.cache);
  g_assert_cmpuint (filming.n_pictures, ==, filming.n_drawn);
  g_assert_cmpuint (filming.n_drawn, >=, COACH_FRAMES_PER_SECOND / 3);
  g_assert_cmpuint (filming.n_drawn, <=, COACH_FRAMES_PER_SECOND / 2 + 1);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_true (g_file_test (poster, G_FILE_TEST_IS_REGULAR));
  g_assert_true (is_fresh (fixture));
}

/* Run on its own, since it ends in the midst of its work. */
static void
test_interrupted (void)
{
  g_auto (Filming) filming = { .is_interrupted = TRUE };
  Fixture fixture = { g_strdup (g_getenv (FOLDER_VARIABLE)), NULL, NULL };

  g_test_summary ("A film that is interrupted; alone it does nothing.");
  if (fixture.folder == NULL)
    return;
  open_studio (&fixture);
  film (&fixture, &filming);
  g_assert_not_reached ();
}

static GPtrArray *
interrupt_film (Fixture *fixture)
{
  g_autofree char *cache = g_build_filename (fixture->folder, "cache", NULL);
  g_autofree char *clip = g_build_filename (fixture->folder, "clips", "arm.webm", NULL);

  g_setenv (FOLDER_VARIABLE, fixture->folder, TRUE);
  g_test_trap_subprocess ("/film/subprocess/interrupted", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_unsetenv (FOLDER_VARIABLE);
  g_assert_false (g_file_test (clip, G_FILE_TEST_EXISTS));
  g_assert_false (is_fresh (fixture));
  return list_pictures (cache);
}

static void
test_resumed (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) pictures = interrupt_film (fixture);
  g_autoptr (CoachImage) mark = coach_image_new (WIDTH, HEIGHT);
  g_autofree char *text = studio_edit_text (MOTION, "keys/Arm up/name", "\"Up\"");
  g_autofree char *unfinished = g_build_filename (fixture->folder, "clips", "arm.webm.part", NULL);
  g_autofree char *marked = NULL;
  g_autofree char *whole = NULL;
  g_auto (Filming) filming = { 0 };

  g_test_summary ("A film that was interrupted goes on, also when the motion changed: of what it "
                  "has drawn only what is damaged is drawn again.");
  g_assert_cmpuint (pictures->len, ==, INTERRUPTED);
  filming.watched = g_ptr_array_index (pictures, 0);
  g_assert_true (coach_picture_save_quickly (mark, filming.watched, NULL));
  marked = checksum_of (filming.watched);
  whole = checksum_of (g_ptr_array_index (pictures, 1));
  filming.damaged = g_ptr_array_index (pictures, 1);
  g_assert_true (g_file_set_contents (filming.damaged, "half a pictu", -1, NULL));
  g_free (put_file (fixture, "motions", "arm.json", text));
  open_studio (fixture);
  film (fixture, &filming);
  g_assert_cmpstr (filming.watched_sum, ==, marked);
  g_assert_cmpstr (filming.damaged_sum, ==, whole);
  g_assert_cmpuint (filming.n_pictures, ==, filming.n_drawn);
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
  g_assert_true (is_fresh (fixture));
}

static void
test_other_looks (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "motions", "figure", "man.json", NULL);
  g_autoptr (GPtrArray) first = interrupt_film (fixture);
  g_autoptr (GPtrArray) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_test_summary ("A film does not go on with pictures of somebody who looked different.");
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  after = studio_edit_text (before, "materials/top/hex", "\"#A03040\"");
  g_assert_true (g_file_set_contents (path, after, -1, NULL));
  second = interrupt_film (fixture);
  g_assert_cmpuint (first->len, ==, INTERRUPTED);
  g_assert_cmpuint (second->len, ==, 2 * INTERRUPTED);
}

static void
add_test (const char *path,
          void        (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  add_test ("/film/fresh", test_fresh);
  add_test ("/film/missing", test_missing);
  add_test ("/film/nameless", test_nameless);
  add_test ("/film/changes", test_changes);
  add_test ("/film/other-motion", test_other_motion);
  add_test ("/film/whole", test_whole);
  add_test ("/film/resumed", test_resumed);
  add_test ("/film/other-looks", test_other_looks);
  g_test_add_func ("/film/subprocess/interrupted", test_interrupted);
  return g_test_run ();
}
