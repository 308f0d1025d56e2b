/* Where the clips and pictures of a move, and sounds, are looked for. */
#include <glib/gstdio.h>

#include "host.h"

/* What the folder of media holds; ids and keys must not lead out of it. */
static const char * const files[] = {
  "clips/bridge.webm",
  "sounds/bell.ogg",
  "stills/bridge/poster.jpg",
  "stills/bridge/hips-up.jpg",
  "stills/bridge/hips-up-lines.png",
  "outside.jpg",
  "poster.jpg",
};

typedef char *(*FindFunc) (CoachPlaces *places, const char *id, const char *key);

typedef struct
{
  FindFunc    find;
  const char *id;
  const char *key;
  const char *file; /* below the folder of media; NULL when nothing is to be found */
} Row;

typedef struct
{
  char        *folder; /* (owned) */
  CoachPlaces *places; /* (owned) */
} Fixture;

static char *
find_clip (CoachPlaces *places,
           const char  *id,
           const char  *key)
{
  return coach_places_find_clip (places, id);
}

static char *
find_poster (CoachPlaces *places,
             const char  *id,
             const char  *key)
{
  return coach_places_find_poster (places, id);
}

static char *
find_sound (CoachPlaces *places,
            const char  *id,
            const char  *key)
{
  return coach_places_find_sound (places, id);
}

static const Row rows[] = {
  { find_clip, "bridge", NULL, "clips/bridge.webm" },
  { find_clip, "plank", NULL, NULL },
  { find_clip, "../clips/bridge", NULL, NULL },
  { find_poster, "bridge", NULL, "stills/bridge/poster.jpg" },
  { find_poster, "plank", NULL, NULL },
  { find_poster, "..", NULL, NULL },
  { find_sound, "bell", NULL, "sounds/bell.ogg" },
  { find_sound, "gong", NULL, NULL },
  { find_sound, "../sounds/bell", NULL, NULL },
  { coach_places_find_still, "bridge", "Hips up", "stills/bridge/hips-up.jpg" },
  { coach_places_find_still, "bridge", "Start", NULL },
  { coach_places_find_still, "plank", "Hips up", NULL },
  { coach_places_find_still, "bridge", "../../outside", NULL },
  { coach_places_find_line_still, "bridge", "Hips up", "stills/bridge/hips-up-lines.png" },
  { coach_places_find_line_still, "bridge", "Start", NULL },
  { coach_places_find_line_still, "bridge/..", "Hips up", NULL },
};

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = g_dir_make_tmp ("lowtide-places-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i], NULL);
      g_autofree char *parent = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  fixture->places = coach_places_new ("unused", fixture->folder, "unused");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const char * const folders[] = { "clips", "sounds", "stills/bridge", "stills", "." };

  g_assert_finalize_object (fixture->places);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i], NULL);

      g_remove (path);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, folders[i], NULL);

      g_rmdir (path);
    }
  g_free (fixture->folder);
}

static void
test_media (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("Each kind of media is found by its name, and nothing outside its folder");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = rows[i].find (fixture->places, rows[i].id, rows[i].key);
      g_autofree char *wanted = NULL;

      g_test_message ("%s, %s", rows[i].id, rows[i].key);
      if (rows[i].file != NULL)
        wanted = g_build_filename (fixture->folder, rows[i].file, NULL);
      g_assert_cmpstr (found, ==, wanted);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/host/places/media", Fixture, NULL, set_up, test_media, tear_down);
  return g_test_run ();
}
