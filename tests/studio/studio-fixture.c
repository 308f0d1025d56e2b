#define G_LOG_DOMAIN "test-studio"

#include "config.h"

#include "studio-fixture.h"

#include <glib/gstdio.h>

static char *
motions_folder (void)
{
  const char *folder = g_getenv ("LOWTIDE_MOTIONS_DIR");

  g_assert_nonnull (folder);
  return g_strdup (folder);
}

/* The folder with skeleton, bodies, props and shared poses. */
char *
studio_fixture_figure (void)
{
  g_autofree char *motions = motions_folder ();

  return g_build_filename (motions, "figure", NULL);
}

CoachPropBox *
studio_fixture_props (void)
{
  g_autofree char *figure = studio_fixture_figure ();
  g_autofree char *path = g_build_filename (figure, "props.json", NULL);
  g_autoptr (GError) error = NULL;
  CoachPropBox *box = coach_prop_box_new (path, &error);

  g_assert_no_error (error);
  return box;
}

/* Standing, then another pose at one second (or as @second_key says), in a loop of four. The camera
 * sees all of somebody who stands with an arm raised. */
char *
studio_fixture_two_keys (const char *props,
                         const char *second_pose,
                         const char *second_key)
{
  return g_strdup_printf (
      "{\"duration\": 4, \"camera\": {\"eye\": [-6, 2, 1.2], \"at\": [0, 0, 1]}, %s"
      " \"poses\": {\"second\": {\"base\": \"standing\"%s%s}},"
      " \"keys\": [{\"t\": 0, \"pose\": \"standing\", \"name\": \"Start\"},"
      " {\"pose\": \"second\", \"name\": \"Second\", %s}]}",
      props, *second_pose != '\0' ? ", " : "", second_pose, second_key);
}

/* Reads a motion from a text, as if it were the file `made-up.json`. */
CoachMotion *
studio_fixture_motion (const char         *text,
                       const CoachPropBox *box,
                       GError            **error)
{
  g_autofree char *figure = studio_fixture_figure ();
  g_autofree char *folder = g_dir_make_tmp ("lowtide-studio-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "made-up.json", NULL);
  CoachMotion *motion;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  motion = coach_motion_new (path, figure, box, error);
  g_unlink (path);
  g_rmdir (folder);
  return motion;
}
