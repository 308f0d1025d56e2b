/* What somebody is told of a session who listens to a screen reader: a whole move, second by second. */
#include <glib.h>

#include "coach-manual-clock.h"
#include "coach-session-news.h"

typedef struct
{
  CoachCatalog          *catalog; /* (owned) */
  CoachManualClock      *clock;   /* (owned) */
  CoachSession          *session; /* (owned) */
  CoachSessionPageState *shown;   /* (owned) (nullable) */
} Fixture;

typedef struct
{
  guint       at_s;
  const char *beginning; /* of what is told then */
} News;

static const News first_move[] = {
  { 0, "Ball on the wall. Get into position. Left side. 8 seconds left. " },
  { 8, "Roll. Left side. 30 seconds left. " },
  { 23, "Half-way. 15 seconds left." },
  { 33, "5 seconds left" },
  { 38, "Turn to the other side: right side now. 5 seconds left." },
  { 43, "Roll. Right side. 30 seconds left. " },
  { 58, "Half-way. 15 seconds left." },
  { 68, "5 seconds left" },
  { 73, "Lying figure four. Get into position. Left side. 8 seconds left. " },
  { 81, "Hold, set 1 of 2. Left side. 30 seconds left. " },
  { 96, "Half-way. 15 seconds left." },
  { 106, "5 seconds left" },
  { 111, "Rest and breathe. Set 2 of 2 comes next. 10 seconds left." },
  { 116, "5 seconds left" },
  { 121, "Hold, set 2 of 2. Left side. 30 seconds left. " },
};

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  plan = coach_plan_new (coach_catalog_lookup_routine (fixture->catalog, "piriformis-essentials"),
                         fixture->catalog, profile, NULL, &error);
  g_assert_no_error (error);
  fixture->clock = coach_manual_clock_new ();
  fixture->session = coach_session_new (plan, COACH_CLOCK (fixture->clock));
  coach_session_start (fixture->session);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_clear_pointer (&fixture->shown, coach_session_page_state_free);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->catalog);
}

static char *
look (Fixture *fixture)
{
  CoachSessionPageState *state = coach_session_page_state_new (fixture->session);
  char *news = coach_session_news_between (fixture->shown, state);

  g_clear_pointer (&fixture->shown, coach_session_page_state_free);
  fixture->shown = state;
  return news;
}

static void
assert_told (Fixture    *fixture,
             const char *beginning)
{
  g_autofree char *news = look (fixture);

  g_assert_nonnull (news);
  g_assert_true (g_str_has_prefix (news, beginning));
}

static void
assert_nothing_told (Fixture *fixture)
{
  g_autofree char *news = look (fixture);

  g_assert_null (news);
}

static void
pass (Fixture *fixture,
      guint    seconds)
{
  coach_manual_clock_advance (fixture->clock, seconds * (gint64) G_USEC_PER_SEC);
}

static void
test_first_move (Fixture       *fixture,
                 gconstpointer  user_data)
{
  guint next = 0;

  g_test_summary ("Each phase tells what to do, the side and how long, and little in between");
  for (guint now_s = 0; next < G_N_ELEMENTS (first_move); now_s++)
    {
      g_autofree char *news = look (fixture);

      g_test_message ("at %u s: %s", now_s, news != NULL ? news : "nothing");
      if (now_s == first_move[next].at_s)
        {
          g_assert_nonnull (news);
          g_assert_true (g_str_has_prefix (news, first_move[next++].beginning));
        }
      else
        g_assert_null (news);
      pass (fixture, 1);
    }
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("A pause, its end and going on are told, each once");
  pass (fixture, 20);
  assert_told (fixture, "Ball on the wall. Roll. ");
  coach_session_pause (fixture->session);
  assert_told (fixture, "Paused. Ball on the wall. Roll. 18 seconds left.");
  assert_nothing_told (fixture);
  coach_session_resume (fixture->session);
  assert_told (fixture, "Ready? Going on in 5");
  pass (fixture, 1);
  assert_nothing_told (fixture);
  pass (fixture, 4);
  assert_told (fixture, "Roll. Left side. 18 seconds left. ");
}

static void
test_skip (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_test_summary ("Another move is told by its name, in a pause as well, and so is going back");
  pass (fixture, 20);
  assert_told (fixture, "Ball on the wall.");
  coach_session_skip_step (fixture->session);
  assert_told (fixture, "Lying figure four. Get into position. Left side.");
  coach_session_go_back (fixture->session);
  assert_told (fixture, "Ball on the wall. Get into position.");
  coach_session_pause (fixture->session);
  assert_told (fixture, "Paused. Ball on the wall.");
  coach_session_skip_step (fixture->session);
  g_free (look (fixture));
  assert_nothing_told (fixture);
}

static void
test_finish (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("The finish is left to its own page");
  assert_told (fixture, "Ball on the wall.");
  for (guint i = 0; i < 6; i++)
    coach_session_skip_step (fixture->session);
  assert_nothing_told (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/session-news/first-move", Fixture, NULL, set_up, test_first_move, tear_down);
  g_test_add ("/session-news/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add ("/session-news/skip", Fixture, NULL, set_up, test_skip, tear_down);
  g_test_add ("/session-news/finish", Fixture, NULL, set_up, test_finish, tear_down);

  return g_test_run ();
}
