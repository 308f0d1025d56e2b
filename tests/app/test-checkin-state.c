/* What a check-in can be begun from, and what follows from it. */
#include "coach-checkin-state.h"

#include "person-fixture.h"

static const CoachPain mild = { .scores = { [COACH_ZONE_CALF_LEFT] = 3 } };
static const CoachPain numb
    = { .scores = { [COACH_ZONE_CALF_LEFT] = 3 }, .left = COACH_PAIN_NUMBNESS };
static const CoachPain weak
    = { .scores = { [COACH_ZONE_CALF_LEFT] = 3 }, .left = COACH_PAIN_WEAKNESS };
static const CoachPain both
    = { .scores = { [COACH_ZONE_CALF_LEFT] = 3, [COACH_ZONE_CALF_RIGHT] = 2 } };

static void
add_hours_ago (PersonFixture   *fixture,
               int              hours,
               const CoachPain *pain)
{
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);
  g_autoptr (GDateTime) when = g_date_time_add_hours (now, -hours);

  coach_diary_add_checkin (fixture->diary, when, pain);
}

/* It is noon. */
static void
test_last (PersonFixture *fixture,
           gconstpointer  user_data)
{
  static const struct
  {
    int         hours_ago;
    const char *same;
    const char *time;
    guint       n_entries;
  } cases[] = {
    { 24 * 8, NULL, NULL, 0 },
    { 24 * 7, "Same as last time", "Tuesday at 12:00", 0 },
    { 37, "Same as last time", "Sunday at 23:00", 0 },
    { 13, "Same as yesterday", "Yesterday at 23:00", 0 },
    { 4, "Same as earlier today", "Today at 08:00", 1 },
    { 2, "Same as earlier today", "Today at 10:00", 2 },
  };

  g_test_summary ("The last check-in of a week can be repeated, and those of today put right");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachCheckinState) state = NULL;

      add_hours_ago (fixture, cases[i].hours_ago, &mild);
      state = coach_checkin_state_new (fixture->context);
      g_assert_cmpint (state->has_last, ==, cases[i].same != NULL);
      g_assert_cmpstr (state->same, ==, cases[i].same);
      g_assert_cmpstr (state->last_time, ==, cases[i].time);
      g_assert_cmpuint (state->entries->len, ==, cases[i].n_entries);
    }
}

static void
test_entries (PersonFixture *fixture,
              gconstpointer  user_data)
{
  g_autoptr (CoachCheckinState) state = NULL;
  const CoachCheckinEntry *newest;

  g_test_summary ("A check-in of today says its time and words; the newest comes first");
  add_hours_ago (fixture, 4, &mild);
  add_hours_ago (fixture, 1, &numb);
  state = coach_checkin_state_new (fixture->context);
  newest = g_ptr_array_index (state->entries, 0);
  g_assert_cmpstr (newest->time, ==, "11:00");
  g_assert_cmpstr (newest->words, ==, "Left calf 3 · Numb, tingling or dull, left leg");
  g_assert_true (coach_checkin_state_find_entry (state, newest->id) == newest);
  g_assert_null (coach_checkin_state_find_entry (state, "none"));
}

typedef struct
{
  const CoachPain *before;     /* (nullable): of yesterday */
  const CoachPain *now;
  const char      *reason;
} SaveCase;

static const SaveCase save_cases[] = {
  { NULL, &mild, NULL },
  { NULL, &numb, "new-numbness" },
  { &mild, &numb, "new-numbness" },
  { &numb, &numb, NULL },
  { &mild, &weak, "weak" },
  { &weak, &weak, "weak" },
  { &mild, &both, "both-legs" },
};

static void
test_save (PersonFixture *fixture,
           gconstpointer  user_data)
{
  const SaveCase *one = user_data;
  const CoachCheckin *kept;
  guint n;

  g_test_summary ("What is new against the last check-in leads to the warning-sign questions");
  if (one->before != NULL)
    add_hours_ago (fixture, 20, one->before);
  g_assert_cmpstr (coach_checkin_state_save (fixture->context, NULL, one->now), ==, one->reason);
  n = coach_diary_get_n_checkins (fixture->diary);
  g_assert_cmpuint (n, ==, one->before != NULL ? 2 : 1);
  kept = coach_diary_get_checkin (fixture->diary, n - 1);
  g_assert_cmpmem (&kept->pain, sizeof kept->pain, one->now, sizeof *one->now);
}

static void
test_change (PersonFixture *fixture,
             gconstpointer  user_data)
{
  g_autofree char *id = NULL;

  g_test_summary ("A check-in that is put right stands once, and what is new in it is asked about");
  add_hours_ago (fixture, 2, &mild);
  id = g_strdup (coach_diary_get_checkin_id (fixture->diary, 0));
  g_assert_cmpstr (coach_checkin_state_save (fixture->context, id, &numb), ==, "new-numbness");
  g_assert_cmpuint (coach_diary_get_n_checkins (fixture->diary), ==, 1);
  g_assert_cmpint (coach_diary_get_checkin (fixture->diary, 0)->pain.left, ==, COACH_PAIN_NUMBNESS);
  g_assert_null (coach_checkin_state_save (fixture->context, id, &mild));
  g_assert_cmpint (coach_diary_get_checkin (fixture->diary, 0)->pain.left, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/checkin-state/last", PersonFixture, NULL, person_fixture_set_up, test_last,
              person_fixture_tear_down);
  g_test_add ("/checkin-state/entries", PersonFixture, NULL, person_fixture_set_up, test_entries,
              person_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (save_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/checkin-state/save/%u", i);

      g_test_add (path, PersonFixture, &save_cases[i], person_fixture_set_up, test_save,
                  person_fixture_tear_down);
    }
  g_test_add ("/checkin-state/change", PersonFixture, NULL, person_fixture_set_up, test_change,
              person_fixture_tear_down);
  return g_test_run ();
}
