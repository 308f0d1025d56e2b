/* Real motions, each broken in one place: that every check finds what it is there for. */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "studio-edit.h"
#include "studio-fixture.h"

/* A body seen through the eyes of the checks. */
typedef struct
{
  CoachMotion *motion;     /* (owned) */
  CoachTake   *take;       /* (owned) */
  CoachSample *samples;    /* (owned) (array length=n) */
  guint        n;
  GPtrArray   *findings;   /* (owned) (element-type CoachFinding) */
} Checked;

static void
checked_free (Checked *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->samples, g_free);
  g_clear_pointer (&self->take, coach_take_free);
  g_clear_pointer (&self->motion, coach_motion_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Checked, checked_free)

static char *
read_file (const char *folder,
           const char *id)
{
  g_autofree char *file = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&text);
}

static char *
read_motion (const char *id)
{
  return read_file (g_getenv ("LOWTIDE_MOTIONS_DIR"), id);
}

static Checked *
check (const char         *text,
       const CoachPropBox *box)
{
  Checked *self = g_new0 (Checked, 1);
  g_autoptr (GError) error = NULL;

  self->motion = studio_fixture_motion (text, box, &error);
  g_assert_no_error (error);
  self->take = coach_take_new (self->motion);
  self->samples = coach_check_sample (self->take, &self->n);
  self->findings = coach_check_samples (self->take, self->samples, self->n);
  return self;
}

/* The worst of its kind. */
static const CoachFinding *
find (GPtrArray       *findings,
      CoachFindingKind kind,
      const char      *subject)
{
  const CoachFinding *worst = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const CoachFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == kind && strstr (finding->subject, subject) != NULL
          && (worst == NULL || finding->value > worst->value))
        worst = finding;
    }
  return worst;
}

/* A motion as it stands, which many rows of the table begin from. */
static const Checked *
check_whole (GHashTable         *wholes,
             const char         *id,
             const CoachPropBox *box)
{
  Checked *whole = g_hash_table_lookup (wholes, id);

  if (whole == NULL)
    {
      g_autofree char *text = read_motion (id);

      whole = check (text, box);
      g_hash_table_insert (wholes, (gpointer) id, whole);
    }
  return whole;
}

typedef struct
{
  const char      *motion;
  const char      *path;       /* see studio_edit_set() */
  const char      *value;
  CoachFindingKind kind;
  const char      *subject;    /* or a part of it */
  double           at_least;   /* in the unit of the check */
  const char      *message;    /* with the number of the finding in it */
} Mutation;

/* Paths name what the catalogue fixes: keys, never the poses that somebody made for them. */
static const Mutation mutations[] = {
  { "downward-dog", "keys/Strain/pose/also/+",
    "{\"at\": \"back_head\", \"pos\": [null, null, -0.3]}", COACH_FINDING_FLOOR, "head", 2.0,
    "head is %.1f cm below the floor at " },
  { "figure-four-supine", "keys/Hold/pose/also/+",
    "{\"at\": \"glute_R\", \"pos\": [null, null, -0.3]}", COACH_FINDING_FLOOR, "pelvis", 2.0,
    "pelvis is %.1f cm below the floor at " },
  { "downward-dog", "props/wall", "{\"kind\": \"wall\"}", COACH_FINDING_PROP, " is inside wall",
    3.0, " is inside wall: %.1f cm at " },
  { "figure-four-supine", "props/wall", "{\"kind\": \"wall\", \"pos\": [0, -0.2, 0]}",
    COACH_FINDING_PROP, " is inside wall", 3.0, " is inside wall: %.1f cm at " },
  { "roll-piriformis-figure-four", "props/wall", "{\"kind\": \"wall\", \"pos\": [0, 0.05, 0]}",
    COACH_FINDING_PROP, " is inside wall", 3.0, " is inside wall: %.1f cm at " },
  { "downward-dog", "keys/Start/pose/also",
    "[{\"at\": \"knee_L\", \"pos\": [0, -0.2, 0.05]},"
    " {\"at\": \"knee_R\", \"pos\": [0, -0.2, 0.05]}]",
    COACH_FINDING_OVERLAP, "shank_L", 2.0, " go %.1f cm through each other at " },
  { "figure-four-supine", "keys/Start/pose/also",
    "[{\"at\": \"knee_L\", \"pos\": [0, 0.35, 0.5]},"
    " {\"at\": \"knee_R\", \"pos\": [0, 0.35, 0.5]}]",
    COACH_FINDING_OVERLAP, "shank_L", 2.0, " go %.1f cm through each other at " },
  { "figure-four-supine", "keys/Cross/pose/also/+",
    "{\"at\": \"palm_R\", \"pos\": [0, 0, 3]}", COACH_FINDING_CONTACT, "at palm_R", 100.0,
    "at palm_R is not reached: %.1f cm away at " },
  { "downward-dog", "keys/Strain/pose/also/+", "{\"at\": \"palm_L\", \"pos\": [-0.7, null, null]}",
    COACH_FINDING_SLIDE, "plant palm_L", 5.0, "plant palm_L slides %.1f cm by " },
  { "downward-dog", "props/mat/pos", "[0.6, 0, 0]", COACH_FINDING_EDGE, "plant palm_L", 20.0,
    "plant palm_L is %.1f cm beside what it rests on at " },
  { "figure-four-supine", "props/mat/pos", "[0, 2, 0]", COACH_FINDING_EDGE, "plant ", 50.0,
    " is %.1f cm beside what it rests on at " },
  { "downward-dog", "keys/Strain/t", "+0.2", COACH_FINDING_SPEED, "shank_L.flex", 260.0,
    "shank_L.flex is too fast: %.0f degrees a second at " },
  { "downward-dog", "keys/Strain/t", "+0.2", COACH_FINDING_SPEED, "lumbar", 1.5,
    "lumbar is too fast: %.2f m/s at " },
  { "downward-dog", "keys/Strain/t", "+0.2", COACH_FINDING_POP, "shank_L.flex", 9.0,
    "shank_L.flex jumps: its step changes by %.1f degrees at " },
  { "downward-dog", "camera/at", "[0, 1.5, 0.4]", COACH_FINDING_CAMERA, "pelvis", 110.0,
    "pelvis is not seen whole: %.0f %% of the way to the edge of the picture's middle 4:3 at " },
  { "figure-four-supine", "camera/fov", "9", COACH_FINDING_CAMERA, "head", 110.0,
    "head is not seen whole: %.0f %% of the way to the edge of the picture's middle 4:3 at " },
  { "roll-piriformis-figure-four", "camera/eye", "[0, -0.9, 0.5]", COACH_FINDING_CAMERA, "head",
    100.0,
    "head is not seen whole: %.0f %% of the way to the edge of the picture's middle 4:3 at " },
};

static void
assert_tells (const CoachFinding *finding,
              const char         *format)
{
  g_autofree char *line = coach_finding_to_string (finding);
  g_autofree char *part = g_strdup_printf (format, finding->value);
  g_autofree char *when = g_strdup_printf (" %.2f s (allowed ", finding->t_s);

  g_test_message ("%s", line);
  g_assert_nonnull (strstr (line, finding->subject));
  g_assert_nonnull (strstr (line, part));
  g_assert_nonnull (strstr (line, when));
}

static void
test_checks (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autoptr (GHashTable) wholes
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) checked_free);

  g_test_summary ("A real motion that is broken in one place has a finding for that place.");
  for (guint i = 0; i < G_N_ELEMENTS (mutations); i++)
    {
      const Mutation *mutation = &mutations[i];
      const Checked *whole = check_whole (wholes, mutation->motion, box);
      g_autofree char *text = read_motion (mutation->motion);
      g_autofree char *broken = studio_edit_text (text, mutation->path, mutation->value);
      g_autoptr (Checked) checked = check (broken, box);
      const CoachFinding *finding = find (checked->findings, mutation->kind, mutation->subject);

      g_test_message ("%s: %s: %s", mutation->motion, mutation->path, mutation->value);
      g_assert_null (find (whole->findings, mutation->kind, mutation->subject));
      g_assert_nonnull (finding);
      g_assert_cmpfloat (finding->value, >, mutation->at_least);
      g_assert_cmpfloat (finding->value, >, finding->limit);
      assert_tells (finding, mutation->message);
    }
}

/* Joints and the loop's end are kept by the way that motions are solved: no file can break them.
 * Here what was solved is bent. */
static void
test_bent (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autofree char *text = read_motion ("downward-dog");
  g_autoptr (Checked) whole = check (text, box);
  const CoachSkeleton *skeleton = whole->motion->figure->skeleton;
  int knee = coach_skeleton_find_dof (skeleton, "shank_L.flex");
  int head = coach_skeleton_find_segment (skeleton, "head");
  g_autoptr (GPtrArray) findings = NULL;

  g_test_summary ("A joint beyond its limit and a loop that does not close are found.");
  g_assert_null (find (whole->findings, COACH_FINDING_LIMIT, ""));
  g_assert_null (find (whole->findings, COACH_FINDING_SEAM, ""));
  whole->samples[3].angles[knee] = skeleton->dofs[knee].maximum + 5.0;
  whole->samples[0].stance.segments[head].at.z += 0.02;
  findings = coach_check_samples (whole->take, whole->samples, whole->n);
  assert_tells (find (findings, COACH_FINDING_LIMIT, "shank_L.flex"),
                "shank_L.flex is %.1f degrees beyond its limit at ");
  assert_tells (find (findings, COACH_FINDING_SEAM, "head"),
                "head is %.1f cm away from where the loop begins at ");
}

typedef struct
{
  const char *motion;
  const char *path;
  const char *value;
  const char *message;
} Refused;

static const Refused refused[] = {
  { "downward-dog", "keys/Strain/pose/angles/shank_L", "{\"flex\": 160}",
    "made-up.json: poses.edited.angles.shank_L.flex: is 160, must be 0 to 150" },
  { "figure-four-supine", "keys/Hold/pose/angles/thigh_R", "{\"rot\": 60}",
    "made-up.json: poses.edited.angles.thigh_R.rot: is 60, must be -78 to 45" },
  { "roll-piriformis-figure-four", "keys/Back/pose/angles/uarm_*", "{\"flex\": -90}",
    "made-up.json: poses.edited.angles.uarm_*.flex: is -90, must be -60 to 182" },
};

static void
test_refused (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();

  g_test_summary ("A motion that asks for more than a joint can do is not even read.");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text = read_motion (refused[i].motion);
      g_autofree char *broken = studio_edit_text (text, refused[i].path, refused[i].value);
      g_autoptr (GError) error = NULL;
      g_autoptr (CoachMotion) motion = studio_fixture_motion (broken, box, &error);

      g_assert_null (motion);
      g_assert_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, refused[i].message);
    }
}

/* What the catalogue says of a move. */
static char *
read_entry (const char *id)
{
  const char *catalog = g_getenv ("LOWTIDE_CATALOG_DIR");
  g_autofree char *movements = g_build_filename (catalog, "movements", NULL);
  g_autofree char *avoid = g_build_filename (catalog, "avoid", NULL);
  g_autofree char *file = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (movements, file, NULL);

  return read_file (g_file_test (path, G_FILE_TEST_EXISTS) ? movements : avoid, id);
}

/* Compares a motion with a text that takes the place of its entry in the catalogue. */
static GPtrArray *
compare (const char         *motion,
         const char         *entry,
         const CoachPropBox *box)
{
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) coach_finding_free);
  g_autoptr (GPtrArray) not_checked = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_dir_make_tmp ("lowtide-catalog-XXXXXX", NULL);
  g_autofree char *movements = g_build_filename (folder, "movements", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachMotion) read = studio_fixture_motion (motion, box, &error);
  g_autoptr (CoachTake) take = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  take = coach_take_new (read);
  file = g_strconcat (read->catalog_id, ".json", NULL);
  path = g_build_filename (movements, file, NULL);
  g_assert_cmpint (g_mkdir (movements, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, entry, -1, NULL));
  coach_check_catalog (take, folder, findings, not_checked, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (movements);
  g_rmdir (folder);
  return g_steal_pointer (&findings);
}

typedef struct
{
  const char *motion;
  const char *key;
  const char *words;      /* of the catalogue, somewhere before the number that is changed */
  const char *subject;
} Claim;

#define CLAIM_DEG 25

static const Claim claims[] = {
  { "downward-dog", "Start", "hips flexion", "key Start: thigh_L.flex is " },
  { "downward-dog", "Start", "hips flexion", "key Start: thigh_R.flex is " },
  { "figure-four-supine", "Hold", "right hip flexion", "key Hold: thigh_R.flex is " },
  { "roll-piriformis-figure-four", "Back", "right hip flexion", "key Back: thigh_R.flex is " },
  { "downward-dog", "Strain", "trunk", "key Strain: the trunk is " },
  { "figure-four-supine", "Start", "trunk", "key Start: the trunk is " },
};

/* The catalogue's entry, but that the number after some words of a key's sentence is larger. */
static char *
claim_more (const char  *entry,
            const Claim *claim)
{
  g_autoptr (JsonNode) root = json_from_string (entry, NULL);
  JsonObject *animation = json_object_get_object_member (json_node_get_object (root), "animation");
  JsonArray *keys = json_object_get_array_member (animation, "keys");

  for (guint i = 0; i < json_array_get_length (keys); i++)
    {
      JsonObject *key = json_array_get_object_element (keys, i);
      const char *sentence = json_object_get_string_member (key, "pose");
      const char *number, *rest;
      g_autofree char *more = NULL;

      if (g_strcmp0 (json_object_get_string_member (key, "name"), claim->key) != 0)
        continue;
      number = strstr (sentence, claim->words);
      g_assert_nonnull (number);
      number = strpbrk (number, "0123456789");
      g_assert_nonnull (number);
      rest = number + strspn (number, "0123456789");
      more = g_strdup_printf ("%.*s%d%s", (int) (number - sentence), sentence,
                              atoi (number) + CLAIM_DEG, rest);
      json_object_set_string_member (key, "pose", more);
      return json_to_string (root, FALSE);
    }
  g_error ("%s has no key \"%s\"", claim->motion, claim->key);
}

static void
test_catalog (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();

  g_test_summary ("A key that has not the angles, or the slope, of the catalogue is found.");
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *motion = read_motion (claims[i].motion);
      g_autofree char *entry = read_entry (claims[i].motion);
      g_autofree char *other = claim_more (entry, &claims[i]);
      g_autoptr (GPtrArray) before = compare (motion, entry, box);
      g_autoptr (GPtrArray) after = compare (motion, other, box);
      const CoachFinding *finding = find (after, COACH_FINDING_ANGLE, claims[i].subject);

      g_test_message ("%s: %s", claims[i].motion, claims[i].words);
      g_assert_null (find (before, COACH_FINDING_ANGLE, claims[i].subject));
      g_assert_nonnull (finding);
      g_assert_nonnull (strstr (finding->subject, ", the catalogue says \""));
      g_assert_cmpfloat (finding->value, <=, finding->limit + CLAIM_DEG);
      assert_tells (finding, "\": %.1f degrees off at ");
    }
}

static void
test_renamed (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autofree char *motion = read_motion ("downward-dog");
  g_autofree char *renamed = studio_edit_text (motion, "keys/Strain/name", "\"Strian\"");
  g_autofree char *entry = read_entry ("downward-dog");
  g_autoptr (GPtrArray) before = compare (motion, entry, box);
  g_autoptr (GPtrArray) after = compare (renamed, entry, box);
  const CoachFinding *finding = find (after, COACH_FINDING_KEY, "Strain");
  g_autofree char *line = finding != NULL ? coach_finding_to_string (finding) : NULL;

  g_test_summary ("A position of the catalogue without a key of its name is found.");
  g_assert_null (find (before, COACH_FINDING_KEY, ""));
  g_assert_nonnull (finding);
  g_assert_cmpstr (line, ==, "the catalogue's position \"Strain\" has no key of that name");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mutations/checks", test_checks);
  g_test_add_func ("/mutations/bent", test_bent);
  g_test_add_func ("/mutations/refused", test_refused);
  g_test_add_func ("/mutations/catalog", test_catalog);
  g_test_add_func ("/mutations/renamed", test_renamed);
  return g_test_run ();
}
