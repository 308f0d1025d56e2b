#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "coach-film.h"
#include "studio-fixture.h"

typedef struct
{
  char        *folder;   /* (owned) */
  CoachStudio *studio;   /* (owned) */
  CoachMotion *motion;   /* (owned) */
} Fixture;

static void
put_file (Fixture    *fixture,
          const char *folder,
          const char *name,
          const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* What a finished rendering leaves, without the hours: the files are empty. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = NULL;

  fixture->folder = g_dir_make_tmp ("lowtide-film-XXXXXX", NULL);
  fixture->studio
      = coach_studio_new (g_getenv ("LOWTIDE_MOTIONS_DIR"), NULL, fixture->folder, &error);
  g_assert_no_error (error);
  fixture->motion = coach_studio_load (fixture->studio, "downward-dog", &error);
  g_assert_no_error (error);
  fingerprint = coach_studio_fingerprint (fixture->studio, fixture->motion, &error);
  g_assert_no_error (error);
  put_file (fixture, "clips", "downward-dog.stamp", fingerprint);
  put_file (fixture, "clips", "downward-dog.webm", "");
  put_file (fixture, "stills/downward-dog", "poster.jpg", "");
  for (guint i = 0; i < fixture->motion->keys->len; i++)
    {
      const CoachKey *key = &g_array_index (fixture->motion->keys, CoachKey, i);
      g_autofree char *slug = coach_film_slug (key->name);
      g_autofree char *colour = g_strconcat (slug, ".jpg", NULL);
      g_autofree char *lines = g_strconcat (slug, "-lines.png", NULL);

      put_file (fixture, "stills/downward-dog", colour, "");
      put_file (fixture, "stills/downward-dog", lines, "");
    }
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
  g_assert_true (is_fresh (fixture));
}

static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  g_test_summary ("A clip made from something else is stale.");
  put_file (fixture, "clips", "downward-dog.stamp", "0123456789abcdef\n");
  g_assert_false (is_fresh (fixture));
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path
      = g_build_filename (fixture->folder, "stills", "downward-dog", "strain.jpg", NULL);

  g_test_summary ("A still that is missing makes the motion stale.");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (is_fresh (fixture));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/film/fresh", Fixture, NULL, set_up, test_fresh, tear_down);
  g_test_add ("/film/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/film/missing", Fixture, NULL, set_up, test_missing, tear_down);
  return g_test_run ();
}
