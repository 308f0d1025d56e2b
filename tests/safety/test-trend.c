/* The reference cases of the content's authors, and what holds for every diary. */
#include <glib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "safety.h"

#define N_RANDOM_DIARIES 2000

/* A diary as the cases write it. */
typedef struct
{
  GArray        *checkins; /* (element-type CoachCheckin) */
  CoachReviewed  reviewed;
  GDateTime     *now;
} Diary;

static void
clear_checkin (gpointer data)
{
  CoachCheckin *checkin = data;

  g_date_time_unref (checkin->when);
}

static void
diary_clear (Diary *self)
{
  g_clear_pointer (&self->checkins, g_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Diary, diary_clear)

static GArray *
checkins_new (void)
{
  GArray *checkins = g_array_new (FALSE, TRUE, sizeof (CoachCheckin));

  g_array_set_clear_func (checkins, clear_checkin);
  return checkins;
}

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static GDateTime *
read_time (JsonObject *object,
           const char *member)
{
  GDateTime *time = g_date_time_new_from_iso8601 (json_object_get_string_member (object, member),
                                                  NULL);

  g_assert_nonnull (time);
  return time;
}

static CoachPainFlags
read_flags (JsonObject *checkin,
            const char *side)
{
  JsonObject *flags = json_object_has_member (checkin, "flags")
                          ? json_object_get_object_member (checkin, "flags")
                          : NULL;
  JsonArray *ids = flags != NULL && json_object_has_member (flags, side)
                       ? json_object_get_array_member (flags, side)
                       : NULL;
  CoachPainFlags found = 0;

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      CoachPainFlags flag;

      g_assert_true (coach_pain_flag_from_id (json_array_get_string_element (ids, i), &flag));
      found |= flag;
    }
  return found;
}

static void
read_checkin (GArray     *checkins,
              JsonObject *object)
{
  CoachCheckin checkin = { .when = read_time (object, "when") };
  JsonObject *zones = json_object_has_member (object, "zones")
                          ? json_object_get_object_member (object, "zones")
                          : NULL;

  for (CoachZone zone = 0; zone < COACH_N_ZONES; zone++)
    if (zones != NULL && json_object_has_member (zones, coach_zone_get_id (zone)))
      checkin.pain.scores[zone]
          = (guint8) json_object_get_int_member (zones, coach_zone_get_id (zone));
  checkin.pain.left = read_flags (object, "left");
  checkin.pain.right = read_flags (object, "right");
  g_array_append_val (checkins, checkin);
}

static void
read_reviewed (JsonObject *object,
               const char *member,
               GDate      *day)
{
  int year, month, date;

  g_date_clear (day, 1);
  if (!json_object_has_member (object, member))
    return;
  g_assert_cmpint (sscanf (json_object_get_string_member (object, member), "%d-%d-%d", &year,
                           &month, &date), ==, 3);
  g_date_set_dmy (day, (GDateDay) date, (GDateMonth) month, (GDateYear) year);
}

static void
read_diary (Diary      *self,
            JsonObject *object)
{
  JsonArray *checkins = json_object_get_array_member (object, "checkins");

  self->checkins = checkins_new ();
  self->now = read_time (object, "now");
  for (guint i = 0; i < json_array_get_length (checkins); i++)
    read_checkin (self->checkins, json_array_get_object_element (checkins, i));
  if (json_object_has_member (object, "reviewed"))
    {
      JsonObject *reviewed = json_object_get_object_member (object, "reviewed");

      read_reviewed (reviewed, "left", &self->reviewed.left);
      read_reviewed (reviewed, "right", &self->reviewed.right);
      read_reviewed (reviewed, "both", &self->reviewed.both);
    }
}

static CoachTrendReport *
judge (CoachCatalog *catalog,
       const Diary  *diary)
{
  return coach_trend_report_new (coach_catalog_get_pain_guide (catalog),
                                 (const CoachCheckin *) diary->checkins->data,
                                 diary->checkins->len, &diary->reviewed, diary->now);
}

static void
assert_equal (const CoachTrendReport *report,
              JsonObject             *expected)
{
  JsonArray *notes = json_object_get_array_member (expected, "notes");

  g_assert_cmpstr (coach_trend_get_id (report->overall), ==,
                   json_object_get_string_member (expected, "overall"));
  g_assert_cmpstr (coach_trend_get_id (report->left.trend), ==,
                   json_object_get_string_member (expected, "left"));
  g_assert_cmpstr (coach_trend_get_id (report->right.trend), ==,
                   json_object_get_string_member (expected, "right"));
  g_assert_cmpuint (g_strv_length (report->notes), ==, json_array_get_length (notes));
  for (guint i = 0; report->notes[i] != NULL; i++)
    g_assert_cmpstr (report->notes[i], ==, json_array_get_string_element (notes, i));
}

static void
test_cases (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "safety", "pain-cases.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonArray *cases;

  g_test_summary ("All reference cases come out as their authors say");
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cases), >=, 113);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      g_auto (Diary) diary = { 0 };
      g_autoptr (CoachTrendReport) report = NULL;

      g_test_message ("%s", json_object_get_string_member (object, "name"));
      read_diary (&diary, object);
      report = judge (catalog, &diary);
      assert_equal (report, json_object_get_object_member (object, "expect"));
    }
}

/* None, mostly. */
static CoachPainFlags
pick_flags (GRand *rand)
{
  return g_rand_int_range (rand, 0, 8) == 0 ? (CoachPainFlags) g_rand_int_range (rand, 0, 8) : 0;
}

/* Pain that comes and goes as it does, with gaps. */
static void
make_random_diary (Diary *self,
                   GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 0, 40);

  self->checkins = checkins_new ();
  self->now = g_date_time_new_utc (2026, 3, 20, 9, 0, 0);
  for (guint i = 0; i < n; i++)
    {
      CoachCheckin checkin = { 0 };

      checkin.when = g_date_time_add_hours (self->now, -g_rand_int_range (rand, 0, 24 * 70));
      for (guint zone = 0; zone < COACH_N_ZONES; zone++)
        if (g_rand_int_range (rand, 0, 3) == 0)
          checkin.pain.scores[zone] = (guint8) g_rand_int_range (rand, 0, COACH_PAIN_WORST + 1);
      checkin.pain.left = pick_flags (rand);
      checkin.pain.right = pick_flags (rand);
      g_array_append_val (self->checkins, checkin);
    }
  if (g_rand_boolean (rand))
    g_date_set_dmy (&self->reviewed.left, (GDateDay) g_rand_int_range (rand, 1, 28), 2, 2026);
}

static void
assert_same (const CoachTrendReport *a,
             const CoachTrendReport *b)
{
  g_assert_cmpint (a->overall, ==, b->overall);
  g_assert_cmpint (a->left.trend, ==, b->left.trend);
  g_assert_cmpint (a->right.trend, ==, b->right.trend);
  g_assert_cmpstrv (a->notes, b->notes);
}

/* Turns the order round and writes the first check-in twice. */
static void
shuffle (Diary *diary)
{
  GArray *checkins = diary->checkins;
  g_autoptr (GArray) other = checkins_new ();

  for (guint i = checkins->len; i > 0; i--)
    {
      CoachCheckin checkin = g_array_index (checkins, CoachCheckin, i - 1);

      g_date_time_ref (checkin.when);
      g_array_append_val (other, checkin);
    }
  if (other->len > 0)
    {
      CoachCheckin again = g_array_index (other, CoachCheckin, 0);

      g_date_time_ref (again.when);
      g_array_append_val (other, again);
    }
  g_array_unref (diary->checkins);
  diary->checkins = g_steal_pointer (&other);
}

static void
test_order (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260320);

  g_test_summary ("Neither the order of check-ins nor one that is there twice changes anything");
  for (guint i = 0; i < N_RANDOM_DIARIES; i++)
    {
      g_auto (Diary) diary = { 0 };
      g_autoptr (CoachTrendReport) before = NULL;
      g_autoptr (CoachTrendReport) after = NULL;

      make_random_diary (&diary, rand);
      before = judge (catalog, &diary);
      shuffle (&diary);
      after = judge (catalog, &diary);
      assert_same (before, after);
    }
}

static void
swap_sides (Diary *diary)
{
  GDate left = diary->reviewed.left;

  diary->reviewed.left = diary->reviewed.right;
  diary->reviewed.right = left;
  for (guint i = 0; i < diary->checkins->len; i++)
    {
      CoachPain *pain = &g_array_index (diary->checkins, CoachCheckin, i).pain;
      CoachPain before = *pain;

      for (guint rank = COACH_RANK_BUTTOCK; rank <= COACH_RANK_FOOT; rank++)
        {
          CoachZone l = coach_zone_at (COACH_SIDE_LEFT, rank);
          CoachZone r = coach_zone_at (COACH_SIDE_RIGHT, rank);

          pain->scores[l] = before.scores[r];
          pain->scores[r] = before.scores[l];
        }
      pain->left = before.right;
      pain->right = before.left;
    }
}

static void
test_mirror (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  g_test_summary ("What holds for the left side holds for the right");
  for (guint i = 0; i < N_RANDOM_DIARIES; i++)
    {
      g_auto (Diary) diary = { 0 };
      g_autoptr (CoachTrendReport) before = NULL;
      g_autoptr (CoachTrendReport) after = NULL;

      make_random_diary (&diary, rand);
      before = judge (catalog, &diary);
      swap_sides (&diary);
      after = judge (catalog, &diary);
      g_assert_cmpint (before->overall, ==, after->overall);
      g_assert_cmpint (before->left.trend, ==, after->right.trend);
      g_assert_cmpint (before->right.trend, ==, after->left.trend);
      g_assert_cmpuint (g_strv_length (before->notes), ==, g_strv_length (after->notes));
    }
}

static void
test_numbers (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_auto (Diary) diary = { .checkins = checkins_new (),
                           .now = g_date_time_new_utc (2026, 3, 20, 9, 0, 0) };
  g_autoptr (CoachTrendReport) report = NULL;
  g_autoptr (CoachTrendReport) copy = NULL;

  g_test_summary ("A report tells the days and numbers it came from");
  for (guint day = 0; day < 14; day++)
    if (day < 3 || day > 7)
      {
        CoachCheckin checkin = { .when = g_date_time_add_days (diary.now, -(int) day) };

        checkin.pain.scores[day < 3 ? COACH_ZONE_BUTTOCK_LEFT : COACH_ZONE_FOOT_LEFT] = 4;
        g_array_append_val (diary.checkins, checkin);
      }
  report = judge (catalog, &diary);
  copy = coach_trend_report_copy (report);
  g_assert_cmpint (copy->left.trend, ==, COACH_TREND_RETREATING);
  g_assert_cmpuint (copy->left.usual_reach, ==, COACH_RANK_FOOT);
  g_assert_cmpuint (copy->left.recent_reach, ==, COACH_RANK_BUTTOCK);
  g_assert_cmpuint (copy->left.newest_score, ==, 4);
  g_assert_cmpuint (copy->n_days, ==, 9);
  g_assert_cmpuint (copy->n_recent, ==, 3);
  g_assert_cmpuint (copy->n_usual, ==, 6);
  g_assert_cmpuint (copy->age_days, ==, 0);
  g_assert_false (copy->is_early);
  g_assert_true (coach_trend_report_has_note (copy, "proximal-up-left"));
  g_assert_false (coach_trend_report_has_note (copy, "stale"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/trend/cases", test_cases);
  g_test_add_func ("/safety/trend/order", test_order);
  g_test_add_func ("/safety/trend/mirror", test_mirror);
  g_test_add_func ("/safety/trend/numbers", test_numbers);

  return g_test_run ();
}
