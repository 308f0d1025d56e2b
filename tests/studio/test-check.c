#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "studio-fixture.h"

#define AT_ONE "\"t\": 1"
#define MAT "\"props\": {\"mat\": {\"kind\": \"mat\"}},"

static GPtrArray *
findings_of (const char *text)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachMotion) motion = studio_fixture_motion (text, box, &error);
  g_autoptr (CoachTake) take = NULL;
  g_autofree CoachSample *samples = NULL;
  guint n;

  g_assert_no_error (error);
  take = coach_take_new (motion);
  samples = coach_check_sample (take, &n);
  return coach_check_samples (take, samples, n);
}

static const CoachFinding *
find (GPtrArray       *findings,
      CoachFindingKind kind,
      const char      *subject)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CoachFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == kind && strstr (finding->subject, subject) != NULL)
        return finding;
    }
  return NULL;
}

static void
test_fine (void)
{
  g_autofree char *text
      = studio_fixture_two_keys (MAT, "\"angles\": {\"uarm_L\": {\"flex\": 60}}", AT_ONE);
  g_autoptr (GPtrArray) findings = findings_of (text);

  g_test_summary ("One who stands and raises an arm does nothing wrong.");
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = coach_finding_to_string (g_ptr_array_index (findings, i));

      g_test_message ("%s", line);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

typedef struct
{
  CoachFindingKind kind;
  const char      *subject;
  const char      *props;
  const char      *pose;
  const char      *key;
} Broken;

static const Broken broken[] = {
  { COACH_FINDING_FLOOR, "foot_L", "",
    "\"contacts\": [{\"at\": \"heel_L\", \"pos\": [-0.09, 0, -0.1]}]", AT_ONE },
  { COACH_FINDING_PROP, "table",
    "\"props\": {\"table\": {\"kind\": \"table\", \"pos\": [0, 0.6, 0]}},",
    "\"contacts\": [{\"at\": \"palm_L\", \"pos\": [-0.2, 0.5, 0.735]}]", AT_ONE },
  { COACH_FINDING_OVERLAP, "shank_L", "",
    "\"also\": [{\"at\": \"knee_L\", \"pos\": [0, 0.1, 0.48]}, {\"at\": \"knee_R\", \"pos\": [0, "
    "0.1, 0.48]}]",
    AT_ONE },
  { COACH_FINDING_CONTACT, "at palm_L", "", "\"also\": [{\"at\": \"palm_L\", \"pos\": [0, 3, 1]}]",
    AT_ONE },
  { COACH_FINDING_SLIDE, "plant heel_L", "",
    "\"also\": [{\"at\": \"ankle_L\", \"pos\": [-0.1, 0.4, 0.1]}]", AT_ONE },
  { COACH_FINDING_EDGE, "plant heel_L",
    "\"props\": {\"mat\": {\"kind\": \"mat\", \"pos\": [2, 0, 0]}},", "", AT_ONE },
  { COACH_FINDING_SPEED, "farm_L", "", "\"angles\": {\"uarm_L\": {\"flex\": 150}}", "\"t\": 0.3" },
  { COACH_FINDING_SPEED, "uarm_L.flex", "", "\"angles\": {\"uarm_L\": {\"flex\": 150}}",
    "\"t\": 0.3" },
  { COACH_FINDING_POP, "uarm_L.flex", "", "\"angles\": {\"uarm_L\": {\"flex\": 130}}",
    "\"t\": 3.5, \"ease\": \"linear\"" },
};

static void
test_broken (void)
{
  g_test_summary ("Each check finds the motion that was broken for it.");
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *text
          = studio_fixture_two_keys (broken[i].props, broken[i].pose, broken[i].key);
      g_autoptr (GPtrArray) findings = findings_of (text);
      const CoachFinding *finding = find (findings, broken[i].kind, broken[i].subject);
      g_autofree char *line = finding != NULL ? coach_finding_to_string (finding) : NULL;

      g_test_message ("%s: %s", broken[i].subject, line);
      g_assert_nonnull (finding);
      g_assert_cmpfloat (finding->value, >, finding->limit);
    }
}

/* What is seen of somebody who stands, when the camera looks @aside metres past. */
static GPtrArray *
findings_of_camera (double aside)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autofree char *text = studio_fixture_two_keys ("", "", AT_ONE);
  g_autoptr (CoachMotion) motion = studio_fixture_motion (text, box, NULL);
  g_autoptr (CoachTake) take = NULL;
  g_autofree CoachSample *samples = NULL;
  guint n;

  motion->camera.eye = coach_point (-6.0, aside, 1.0);
  motion->camera.at = coach_point (0.0, aside, 1.0);
  take = coach_take_new (motion);
  samples = coach_check_sample (take, &n);
  return coach_check_samples (take, samples, n);
}

static void
test_camera (void)
{
  g_autoptr (GPtrArray) middle = findings_of_camera (0.0);
  g_autoptr (GPtrArray) beside = findings_of_camera (1.75);
  const CoachFinding *finding = find (beside, COACH_FINDING_CAMERA, "head");
  g_autofree char *line = finding != NULL ? coach_finding_to_string (finding) : NULL;

  g_test_summary ("A figure that a clip shows, but not its middle 4:3, is not seen whole.");
  g_assert_cmpuint (middle->len, ==, 0);
  g_test_message ("%s", line);
  g_assert_nonnull (finding);
  g_assert_cmpfloat (finding->value, >, 97.0);
  g_assert_cmpfloat (finding->value, <, 100.0 * (16.0 / 9.0) / (4.0 / 3.0));
  g_assert_true (g_str_has_prefix (line, "head is not seen whole: "));
  g_assert_nonnull (strstr (line, " % of the way to the edge of the picture's middle 4:3 at "));
}

static void
test_how_far (void)
{
  g_autofree char *text = studio_fixture_two_keys (
      "", "\"also\": [{\"at\": \"palm_L\", \"pos\": [0, 3, 1]}]", AT_ONE);
  g_autoptr (GPtrArray) findings = findings_of (text);
  g_autofree char *line
      = coach_finding_to_string (find (findings, COACH_FINDING_CONTACT, "palm_L"));

  g_test_summary ("A contact that cannot be reached is named, with how far away it stays.");
  g_assert_true (g_str_has_prefix (line, "at palm_L is not reached: "));
  g_assert_nonnull (strstr (line, " cm away at "));
}

static void
test_between_pictures (void)
{
  g_autofree char *text = studio_fixture_two_keys (
      "", "\"also\": [{\"at\": \"palm_L\", \"pos\": [0, 3, 1]}]", "\"t\": 1.02");
  g_autoptr (GPtrArray) findings = findings_of (text);
  const CoachFinding *finding = find (findings, COACH_FINDING_CONTACT, "at palm_L");

  g_test_summary ("A key that no picture falls on is looked at too.");
  g_assert_nonnull (finding);
  g_assert_cmpfloat (finding->t_s, ==, 1.02);
}

static void
test_speed_units (void)
{
  g_autofree char *text = studio_fixture_two_keys (
      "", "\"angles\": {\"uarm_L\": {\"flex\": 150}}", "\"t\": 0.3");
  g_autoptr (GPtrArray) findings = findings_of (text);
  g_autofree char *joint
      = coach_finding_to_string (find (findings, COACH_FINDING_SPEED, "uarm_L.flex"));
  g_autofree char *limb = coach_finding_to_string (find (findings, COACH_FINDING_SPEED, "farm_L"));

  g_test_summary ("A speed is told with its unit.");
  g_assert_nonnull (strstr (joint, " degrees a second at "));
  g_assert_nonnull (strstr (limb, " m/s at "));
}

static void
test_ballistic (void)
{
  g_autofree char *slow = studio_fixture_two_keys (
      "\"ballistic\": true,", "\"angles\": {\"uarm_L\": {\"flex\": 90}}", "\"t\": 0.5");
  g_autoptr (GPtrArray) findings = findings_of (slow);

  g_test_summary ("A move that is meant to be quick may be.");
  g_assert_null (find (findings, COACH_FINDING_SPEED, ""));
}

static void
test_shared_poses (void)
{
  static const char *const poses[] = { "supine",   "hook-lying",    "quadruped", "standing",
                                       "chair-sitting", "side-lying", "prone" };
  static const char *const bodies[] = { "man", "woman" };

  g_test_summary ("A body can be in each of the positions that motions begin from.");
  for (guint i = 0; i < G_N_ELEMENTS (poses) * G_N_ELEMENTS (bodies); i++)
    {
      const char *pose = poses[i / G_N_ELEMENTS (bodies)];
      gboolean sits = g_str_equal (pose, "chair-sitting");
      g_autofree char *text = g_strdup_printf (
          "{\"duration\": 1, \"body\": \"%s\", \"camera\": {\"eye\": [-8, 2, 1], \"at\": [0, 0, "
          "0.6]},"
          " \"props\": {%s}, \"keys\": [{\"t\": 0, \"pose\": \"%s\"}]}",
          bodies[i % G_N_ELEMENTS (bodies)], sits ? "\"chair\": {\"kind\": \"chair\"}" : "", pose);
      g_autoptr (GPtrArray) findings = findings_of (text);

      for (guint f = 0; f < findings->len; f++)
        {
          g_autofree char *line = coach_finding_to_string (g_ptr_array_index (findings, f));

          g_test_message ("%s: %s", pose, line);
        }
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

/* Limits and the loop's end hold by the way motions are solved: here the samples are bent. */
static void
test_bent_samples (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autofree char *text = studio_fixture_two_keys ("", "", AT_ONE);
  g_autoptr (CoachMotion) motion = studio_fixture_motion (text, box, NULL);
  g_autoptr (CoachTake) take = coach_take_new (motion);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree CoachSample *samples = NULL;
  guint n;

  g_test_summary ("A joint beyond its limit, and a loop that does not close, are found.");
  samples = coach_check_sample (take, &n);
  samples[3].angles[coach_skeleton_find_dof (motion->figure->skeleton, "shank_L.flex")] = -5.0;
  samples[0].stance.segments[coach_skeleton_find_segment (motion->figure->skeleton, "head")].at.z
      += 0.02;
  findings = coach_check_samples (take, samples, n);
  g_assert_nonnull (find (findings, COACH_FINDING_LIMIT, "shank_L.flex"));
  g_assert_nonnull (find (findings, COACH_FINDING_SEAM, "head"));
}

static void
write_catalog (const char *folder,
               const char *keys)
{
  g_autofree char *movements = g_build_filename (folder, "movements", NULL);
  g_autofree char *path = g_build_filename (movements, "made-up.json", NULL);
  g_autofree char *text = g_strdup_printf ("{\"animation\": {\"keys\": [%s]}}", keys);

  g_assert_cmpint (g_mkdir_with_parents (movements, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_catalog (const char *folder)
{
  g_autofree char *movements = g_build_filename (folder, "movements", NULL);
  g_autofree char *path = g_build_filename (movements, "made-up.json", NULL);

  g_unlink (path);
  g_rmdir (movements);
  g_rmdir (folder);
}

static void
test_catalog (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autofree char *text
      = studio_fixture_two_keys ("", "\"angles\": {\"uarm_L\": {\"flex\": 60}}", AT_ONE);
  g_autoptr (CoachMotion) motion = studio_fixture_motion (text, box, NULL);
  g_autoptr (CoachTake) take = coach_take_new (motion);
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) coach_finding_free);
  g_autoptr (GPtrArray) not_checked = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_dir_make_tmp ("lowtide-catalog-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_test_summary ("The catalogue's positions must have keys, and the keys its angles.");
  write_catalog (folder, "{\"name\": \"Start\", \"pose\": \"trunk vertical, knees 0°\"},"
                         "{\"name\": \"Second\", \"pose\": \"trunk tipped 40° forwards, left "
                         "shoulder flexion 90°, smiling\"},"
                         "{\"name\": \"Third\", \"pose\": \"knees 0°\"}");
  g_assert_true (coach_check_catalog (take, folder, findings, not_checked, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_nonnull (find (findings, COACH_FINDING_ANGLE, "uarm_L.flex"));
  g_assert_nonnull (find (findings, COACH_FINDING_ANGLE, "key Second: the trunk is "));
  g_assert_nonnull (find (findings, COACH_FINDING_KEY, "Third"));
  g_assert_cmpuint (not_checked->len, ==, 1);
  remove_catalog (folder);
}

static void
test_no_entry (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autofree char *text = studio_fixture_two_keys ("\"catalog\": \"nowhere\",", "", AT_ONE);
  g_autoptr (CoachMotion) motion = studio_fixture_motion (text, box, NULL);
  g_autoptr (CoachTake) take = coach_take_new (motion);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_test_summary ("A motion of a move that the catalogue does not have is refused.");
  g_assert_false (
      coach_check_catalog (take, g_getenv ("LOWTIDE_CATALOG_DIR"), findings, findings, &error));
  g_assert_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_REFERENCE);
}

static void
test_missing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lowtide-catalog-XXXXXX", NULL);
  g_autofree char *avoid = g_build_filename (folder, "avoid", NULL);
  g_autofree char *bridge = g_build_filename (avoid, "bridge.json", NULL);
  g_autoptr (CoachStudio) studio = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) missing = NULL;

  g_test_summary ("A move of the catalogue that no motion shows is told, and one that has one not.");
  write_catalog (folder, "");
  studio = coach_studio_new (g_getenv ("LOWTIDE_MOTIONS_DIR"), folder, NULL, &error);
  g_assert_no_error (error);
  missing = coach_studio_list_missing (studio, &error);
  g_assert_null (missing);
  g_assert_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_READ);
  g_assert_nonnull (strstr (error->message, avoid));
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir (avoid, 0700), ==, 0);
  g_assert_true (g_file_set_contents (bridge, "{}", -1, NULL));
  missing = coach_studio_list_missing (studio, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (missing), ==, 1);
  g_assert_cmpstr (missing[0], ==, "made-up");
  g_assert_cmpint (g_unlink (bridge), ==, 0);
  g_assert_cmpint (g_rmdir (avoid), ==, 0);
  remove_catalog (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/fine", test_fine);
  g_test_add_func ("/check/broken", test_broken);
  g_test_add_func ("/check/camera", test_camera);
  g_test_add_func ("/check/how-far", test_how_far);
  g_test_add_func ("/check/between-pictures", test_between_pictures);
  g_test_add_func ("/check/speed-units", test_speed_units);
  g_test_add_func ("/check/ballistic", test_ballistic);
  g_test_add_func ("/check/shared-poses", test_shared_poses);
  g_test_add_func ("/check/bent-samples", test_bent_samples);
  g_test_add_func ("/check/catalog", test_catalog);
  g_test_add_func ("/check/no-entry", test_no_entry);
  g_test_add_func ("/check/missing", test_missing);
  return g_test_run ();
}
