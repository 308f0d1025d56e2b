/* When the question of the morning is asked. */
#include "coach-morning-state.h"

#define BEGINS_MINUTE (8 * 60)

typedef enum
{
  NOTHING,
  NOW,
  LATER,
} Expected;

static const struct
{
  const char *began; /* the session, or NULL for none */
  const char *now;
  Expected    expected;
  const char *next;
} cases[] = {
  { NULL, "2024-03-05T12:00:00+01:00", NOTHING, NULL },
  { "2024-03-05T09:00:00+01:00", "2024-03-05T12:00:00+01:00", LATER, "2024-03-06T08:00:00+01" },
  { "2024-03-05T23:50:00+01:00", "2024-03-05T23:59:00+01:00", LATER, "2024-03-06T08:00:00+01" },
  { "2024-03-05T09:00:00+01:00", "2024-03-06T07:59:00+01:00", LATER, "2024-03-06T08:00:00+01" },
  { "2024-03-05T09:00:00+01:00", "2024-03-06T08:00:00+01:00", NOW, NULL },
  { "2024-03-05T09:00:00+01:00", "2024-03-06T23:00:00+01:00", NOW, NULL },
  { "2024-03-05T09:00:00+01:00", "2024-03-07T08:00:00+01:00", NOTHING, NULL },
};

static CoachDiary *
make_diary (const char *began)
{
  g_autofree char *base = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", base);
  g_autofree char *path = g_build_filename (base, "diary.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (CoachJournal) journal = coach_journal_new (places);
  CoachDiary *diary = coach_diary_new (journal);

  if (began == NULL)
    return diary;
  text = g_strdup_printf ("{\"version\":1,\"sessions\":[{\"id\":\"a\",\"began\":\"%s\","
                          "\"steps\":[{\"movement\":\"m\",\"outcome\":\"done\","
                          "\"worked_s\":9}]}]}",
                          began);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (coach_diary_load (diary, NULL, NULL));
  return diary;
}

static void
test_when (void)
{
  g_test_summary ("It is asked from the person's morning on, for as long as it is open");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachDiary) diary = make_diary (cases[i].began);
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (cases[i].now, NULL);
      g_auto (CoachMorningState) state = { 0 };
      g_autofree char *next = NULL;

      coach_morning_state_init (&state, diary, BEGINS_MINUTE, now);
      next = state.next != NULL ? g_date_time_format_iso8601 (state.next) : NULL;
      g_test_message ("%u", i);
      g_assert_cmpint (state.session != NULL, ==, cases[i].expected == NOW);
      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

static void
test_answered (void)
{
  g_autoptr (CoachDiary) diary = make_diary ("2024-03-05T09:00:00+01:00");
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2024-03-06T09:00:00+01:00", NULL);
  g_auto (CoachMorningState) state = { 0 };
  CoachPain pain = { .scores = { 2 } };

  g_test_summary ("What is answered is not asked; what was red is asked once more the next day");
  coach_diary_set_morning (diary, "a", &pain, COACH_PAIN_RED);
  coach_morning_state_init (&state, diary, BEGINS_MINUTE, now);
  g_assert_null (state.session);
  g_assert_nonnull (state.next);
  coach_morning_state_clear (&state);
  coach_diary_set_morning (diary, "a", &pain, COACH_PAIN_GREEN);
  coach_morning_state_init (&state, diary, BEGINS_MINUTE, now);
  g_assert_null (state.next);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/morning-state/when", test_when);
  g_test_add_func ("/app/morning-state/answered", test_answered);

  return g_test_run ();
}
