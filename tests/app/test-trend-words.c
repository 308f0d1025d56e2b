/* What the check-ins come to on a day, what follows from it, and how it is said. */
#include "config.h"

#include <string.h>

#include "coach-check-state.h"
#include "coach-trend-words.h"
#include "coach-warning-state.h"
#include "person-fixture.h"

/* One check-in a day, the last of them just now: `.` is a day without one, a digit the score of the
 * left buttock, `f` and `c` the left foot and calf, `w` weakness and `n` numbness on the left, `r`
 * weakness on the right, `b` both calves. */
static void
mark (CoachPain *pain,
      char       sign)
{
  pain->scores[COACH_ZONE_BUTTOCK_LEFT] = g_ascii_isdigit (sign) ? (guint8) (sign - '0') : 3;
  if (sign == 'f')
    pain->scores[COACH_ZONE_FOOT_LEFT] = 5;
  if (sign == 'c' || sign == 'b')
    pain->scores[COACH_ZONE_CALF_LEFT] = 3;
  if (sign == 'b')
    pain->scores[COACH_ZONE_CALF_RIGHT] = 3;
  if (sign == 'w')
    pain->left = COACH_PAIN_WEAKNESS;
  if (sign == 'n')
    pain->left = COACH_PAIN_NUMBNESS;
  if (sign == 'r')
    pain->right = COACH_PAIN_WEAKNESS;
}

static void
check_in (PersonFixture *fixture,
          const char    *days)
{
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);

  for (guint i = 0; days[i] != '\0'; i++)
    {
      g_autoptr (GDateTime) when = g_date_time_add_days (now, (int) i + 1 - (int) strlen (days));
      CoachPain pain = { 0 };

      mark (&pain, days[i]);
      if (days[i] != '.')
        coach_diary_add_checkin (fixture->diary, when, &pain);
    }
}

/* Every question of the warning signs was answered with no so many days ago. */
static void
say_no (PersonFixture *fixture,
        guint          days_ago)
{
  CoachScreening *screening
      = coach_catalog_get_screening (coach_app_context_get_catalog (fixture->context));
  CoachScreeningAnswer no = { .answer = COACH_ANSWER_NO };

  coach_app_context_get_today (fixture->context, &no.answered);
  g_date_subtract_days (&no.answered, days_ago);
  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    coach_screening_record_set (coach_profile_get_screening (fixture->profile),
                                coach_screening_get_question (screening, i)->id, &no);
}

static gboolean
is_blocked (PersonFixture *fixture)
{
  gboolean blocked = coach_screening_decision_is_blocked (
      coach_app_context_get_decision (fixture->context));

  g_assert_cmpint (coach_day_is_blocked (coach_profile_get_day (fixture->profile)), ==, blocked);
  return blocked;
}

static char *
find_due (PersonFixture *fixture)
{
  g_autoptr (GPtrArray) due = coach_app_context_dup_due (fixture->context, TRUE);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < due->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((const CoachScreeningQuestion *) due->pdata[i])->id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static const struct
{
  const char            *days;
  CoachTrend             trend;
  gboolean               is_half_dose;
  gboolean               has_flare;   /* whether acute-flare counts for the day */
  const char            *left_out;    /* a trait, or NULL */
  CoachScreeningOutcome  outcome;
} followings[] = {
  { "", COACH_TREND_NOT_ENOUGH_DATA, FALSE, FALSE, NULL, COACH_SCREENING_CLEAR },
  { "000", COACH_TREND_RESOLVED, FALSE, FALSE, NULL, COACH_SCREENING_CLEAR },
  { "333", COACH_TREND_NOT_ENOUGH_DATA, FALSE, FALSE, NULL, COACH_SCREENING_CLEAR },
  { "33......333", COACH_TREND_STEADY, FALSE, FALSE, NULL, COACH_SCREENING_CLEAR },
  { "ff......333", COACH_TREND_RETREATING, FALSE, FALSE, NULL, COACH_SCREENING_CLEAR },
  { "11......333", COACH_TREND_SPREADING, TRUE, TRUE, "direct-pressure-gluteal",
    COACH_SCREENING_CLEAR },
  { "22......666", COACH_TREND_FLARE, TRUE, TRUE, "nerve-tension", COACH_SCREENING_CLEAR },
  { "33......ccc", COACH_TREND_SPREADING, TRUE, TRUE, "nerve-tension", COACH_SCREENING_CLEAR },
  { "3333n", COACH_TREND_SPREADING, TRUE, TRUE, "direct-pressure-leg", COACH_SCREENING_CLEAR },
  { "w", COACH_TREND_URGENT, TRUE, FALSE, NULL, COACH_SCREENING_SAME_DAY },
  { "w.........", COACH_TREND_URGENT, TRUE, FALSE, NULL, COACH_SCREENING_SAME_DAY },
  { "r3", COACH_TREND_URGENT, TRUE, FALSE, NULL, COACH_SCREENING_SAME_DAY },
  { "b", COACH_TREND_URGENT, TRUE, FALSE, NULL, COACH_SCREENING_EMERGENCY },
  { "wb", COACH_TREND_URGENT, TRUE, FALSE, NULL, COACH_SCREENING_EMERGENCY },
};

static void
test_following (void)
{
  g_test_summary ("What a trend asks for reaches the day, and an urgent one blocks it");
  for (guint i = 0; i < G_N_ELEMENTS (followings); i++)
    {
      PersonFixture fixture = { 0 };
      CoachScreeningDecision *decision;
      CoachDay *day;

      g_test_message ("%s", followings[i].days);
      person_fixture_set_up (&fixture, NULL);
      say_no (&fixture, 0);
      check_in (&fixture, followings[i].days);
      decision = coach_app_context_get_decision (fixture.context);
      day = coach_profile_get_day (fixture.profile);
      g_assert_cmpint (coach_app_context_get_trend (fixture.context), ==, followings[i].trend);
      g_assert_cmpint (coach_day_is_half_dose (day), ==, followings[i].is_half_dose);
      g_assert_cmpint (g_strv_contains (coach_day_get_conditions (day), COACH_FLARE_CONDITION), ==,
                       followings[i].has_flare);
      if (followings[i].left_out != NULL)
        g_assert_true (g_strv_contains (coach_day_get_traits (day), followings[i].left_out));
      g_assert_cmpint (coach_screening_decision_get_outcome (decision), ==, followings[i].outcome);
      g_assert_cmpint (is_blocked (&fixture), ==, followings[i].trend == COACH_TREND_URGENT);
      person_fixture_tear_down (&fixture, NULL);
    }
}

static void
test_reviewed (PersonFixture *fixture,
               gconstpointer  data)
{
  GDate today, tomorrow;

  g_test_summary ("Each warning blocks until it was checked itself, which can be undone and lapses");
  say_no (fixture, 0);
  check_in (fixture, "b333wb");
  check_in (fixture, "w");
  coach_app_context_get_today (fixture->context, &today);
  g_assert_true (is_blocked (fixture));
  coach_profile_set_reviewed (fixture->profile, COACH_WARNING_BOTH, &today);
  g_assert_true (is_blocked (fixture));
  g_assert_cmpint (
      coach_screening_decision_get_outcome (coach_app_context_get_decision (fixture->context)), ==,
      COACH_SCREENING_SAME_DAY);
  coach_profile_set_reviewed (fixture->profile, COACH_WARNING_LEFT, &today);
  g_assert_false (is_blocked (fixture));
  g_assert_true (coach_trend_report_has_note (
      coach_app_context_get_trend_report (fixture->context), "weakness-known-left"));
  coach_profile_set_reviewed (fixture->profile, COACH_WARNING_LEFT, NULL);
  g_assert_true (is_blocked (fixture));
  tomorrow = today;
  g_date_add_days (&tomorrow, 1);
  coach_profile_set_reviewed (fixture->profile, COACH_WARNING_LEFT, &tomorrow);
  g_assert_true (is_blocked (fixture));
  coach_profile_set_reviewed (fixture->profile, COACH_WARNING_LEFT, &today);
  for (guint day = 0; day < 43; day++)
    {
      g_assert_false (is_blocked (fixture));
      person_fixture_advance (fixture, 24);
      check_in (fixture, "w");
    }
  g_assert_true (is_blocked (fixture));
}

static void
agree (PersonFixture *fixture,
       const char    *question,
       CoachAnswer    unless)
{
  CoachScreeningAnswer answer = { .answer = COACH_ANSWER_YES, .unless = unless };

  coach_app_context_get_today (fixture->context, &answer.answered);
  coach_screening_record_set (coach_profile_get_screening (fixture->profile), question, &answer);
}

static void
test_answered (PersonFixture *fixture,
               gconstpointer  data)
{
  g_test_summary ("Who answers that a clinician has looked at it need not say so once more");
  say_no (fixture, 0);
  check_in (fixture, "wb");
  check_in (fixture, "w");
  agree (fixture, "both-legs", COACH_ANSWER_YES);
  g_assert_true (is_blocked (fixture));
  agree (fixture, "weak-leg", COACH_ANSWER_YES);
  g_assert_false (is_blocked (fixture));
  person_fixture_advance (fixture, 24);
  check_in (fixture, "r");
  g_assert_true (is_blocked (fixture));
  say_no (fixture, 0);
  g_assert_true (is_blocked (fixture));
}

static void
test_over (PersonFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *while_urgent = NULL;
  g_autofree char *after = NULL;
  g_autofree char *answered = NULL;

  g_test_summary ("When an urgent verdict is over, the short warning screen comes before a session");
  say_no (fixture, 0);
  check_in (fixture, "w");
  g_assert_true (is_blocked (fixture));
  while_urgent = find_due (fixture);
  g_assert_cmpstr (while_urgent, ==, "");
  for (guint day = 0; day < 3; day++)
    {
      g_assert_true (is_blocked (fixture));
      person_fixture_advance (fixture, 24);
      check_in (fixture, "3");
    }
  g_assert_false (is_blocked (fixture));
  after = find_due (fixture);
  g_assert_cmpstr (after, ==, "saddle bladder bowel sexual both-legs");
  say_no (fixture, 0);
  answered = find_due (fixture);
  g_assert_cmpstr (answered, ==, "");
}

static void
test_stays (PersonFixture *fixture,
            gconstpointer  data)
{
  g_test_summary ("An urgent verdict stays for four weeks when nobody checks in, from day to day");
  say_no (fixture, 0);
  check_in (fixture, "w");
  for (guint day = 0; day < 29; day++)
    {
      g_assert_true (is_blocked (fixture));
      person_fixture_advance (fixture, 24);
    }
  g_assert_false (is_blocked (fixture));
}

static void
test_asking (void)
{
  static const struct
  {
    const char *days;
    guint       answered; /* days ago */
    const char *due;
  } askings[] = {
    { "33......333", 1, "" },
    { "33......ccc", 1, "" },
    { "33......ccc", 2, "saddle bladder bowel sexual" },
    { "3333n", 1, "saddle bladder bowel sexual" },
    { "3333n", 0, "" },
    { "39", 1, "severe" },
    { "39", 0, "" },
  };

  g_test_summary ("Spreading and new numbness ask the short warning screen, severe pain its own");
  for (guint i = 0; i < G_N_ELEMENTS (askings); i++)
    {
      PersonFixture fixture = { 0 };
      g_autofree char *due = NULL;

      g_test_message ("%s", askings[i].days);
      person_fixture_set_up (&fixture, NULL);
      say_no (&fixture, askings[i].answered);
      check_in (&fixture, askings[i].days);
      due = find_due (&fixture);
      g_assert_cmpstr (due, ==, askings[i].due);
      person_fixture_tear_down (&fixture, NULL);
    }
}

static void
test_known_is_not_asked (PersonFixture *fixture,
                         gconstpointer  data)
{
  CoachPain weak = { .left = COACH_PAIN_WEAKNESS };
  CoachPain other = { .left = COACH_PAIN_WEAKNESS, .right = COACH_PAIN_WEAKNESS };
  GDate day;

  g_test_summary ("Weakness that a clinician has checked is not asked about while that counts");
  coach_app_context_get_today (fixture->context, &day);
  g_assert_cmpstr (coach_check_state_find_reason (fixture->context, NULL, &weak), ==, "weak");
  g_date_subtract_days (&day, 42);
  coach_profile_set_reviewed (fixture->profile, COACH_WARNING_LEFT, &day);
  g_assert_cmpstr (coach_check_state_find_reason (fixture->context, NULL, &weak), ==, NULL);
  g_assert_cmpstr (coach_check_state_find_reason (fixture->context, NULL, &other), !=, NULL);
  g_date_subtract_days (&day, 1);
  coach_profile_set_reviewed (fixture->profile, COACH_WARNING_LEFT, &day);
  g_assert_cmpstr (coach_check_state_find_reason (fixture->context, NULL, &weak), ==, "weak");
}

static const struct
{
  const char *days;
  const char *title;
  const char *above; /* how the only note above begins, or NULL */
  const char *below; /* how the first note below begins, or NULL */
  const char *number;
} tellings[] = {
  { "", "Keep checking in", NULL, "It takes check-ins on 2 more days of this week.",
    "There are check-ins on 0 days." },
  { "3", "Keep checking in", NULL, "It takes a check-in on 1 more day of this week.",
    "Left: Keep checking in." },
  { "333", "Keep checking in", NULL, "The last days are there. It takes 2 check-ins",
    "3 days count as recent." },
  { "3........", "Keep checking in", NULL, "Your last check-in was more than a week ago.",
    "The newest check-in is 8 days old." },
  { "000", "Quiet", NULL, NULL, "Left: Quiet." },
  { "33......333", "About the same", NULL, NULL, "Right: Quiet." },
  { "ff......333", "Pulling back up", NULL, NULL, "Left: Pulling back up." },
  { "22......666", "A sorer spell", NULL, NULL, "Left: A sorer spell." },
  { "33......ccc", "Reaching further", NULL, NULL, "Left: Reaching further." },
  { "3333n", "Reaching further", "New numbness or tingling on the left.", NULL,
    "Left: Reaching further." },
  { "99", "Keep checking in", "Pain is very strong.", "The last days are there.", "Left: Keep checking in." },
  { "w", "Please get checked today", "Weakness in the left leg or foot:", "A few more check-ins",
    "Left: Please get checked today." },
  { "b", "Please get checked today", "Both legs are affected on the same day.", NULL,
    "Right: Please get checked today." },
};

static void
assert_begins (char       **texts,
               const char  *beginning)
{
  if (beginning == NULL)
    g_assert_null (texts[0]);
  else
    g_assert_true (texts[0] != NULL && g_str_has_prefix (texts[0], beginning));
}

static void
test_words (void)
{
  g_test_summary ("The verdict is told with what to do at once above, and why");
  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    {
      PersonFixture fixture = { 0 };
      g_autoptr (CoachTrendWords) words = NULL;

      g_test_message ("%s", tellings[i].days);
      person_fixture_set_up (&fixture, NULL);
      check_in (&fixture, tellings[i].days);
      words = coach_trend_words_new (fixture.context);
      g_assert_cmpstr (words->title, ==, tellings[i].title);
      assert_begins (words->notes_above, tellings[i].above);
      assert_begins (words->notes_below, tellings[i].below);
      g_assert_true (g_strv_contains ((const char * const *) words->numbers, tellings[i].number));
      g_assert_null (strchr (words->text, '{'));
      g_assert_nonnull (words->icon_name);
      person_fixture_tear_down (&fixture, NULL);
    }
}

static void
test_warning (PersonFixture *fixture,
              gconstpointer  data)
{
  static const char * const reviews[] = { "both", "left", "right" };
  g_autoptr (CoachWarningState) state = NULL;
  g_autoptr (CoachWarningState) after = NULL;
  GDate today;

  g_test_summary ("The warning screen tells each warning of the check-ins, to be reviewed by itself");
  say_no (fixture, 0);
  check_in (fixture, "wrb");
  state = coach_warning_state_new (fixture->context);
  g_assert_cmpstr (state->title, ==, "Get emergency help now");
  g_assert_cmpuint (state->items->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((CoachWarningItem *) state->items->pdata[i])->review, ==, reviews[i]);
  g_assert_false (state->can_clear);
  g_assert_nonnull (strstr (state->summary, "Both legs are affected"));
  coach_app_context_get_today (fixture->context, &today);
  coach_profile_set_reviewed (fixture->profile, COACH_WARNING_BOTH, &today);
  coach_profile_set_reviewed (fixture->profile, COACH_WARNING_LEFT, &today);
  after = coach_warning_state_new (fixture->context);
  g_assert_true (after->is_blocked);
  g_assert_cmpint (after->outcome, ==, COACH_SCREENING_SAME_DAY);
  g_assert_cmpuint (after->items->len, ==, 1);
}

#define ADD(path, func) \
  g_test_add (path, PersonFixture, NULL, person_fixture_set_up, func, person_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/trend/following", test_following);
  ADD ("/app/trend/reviewed", test_reviewed);
  ADD ("/app/trend/answered", test_answered);
  ADD ("/app/trend/over", test_over);
  ADD ("/app/trend/stays", test_stays);
  g_test_add_func ("/app/trend/asking", test_asking);
  ADD ("/app/trend/known-is-not-asked", test_known_is_not_asked);
  g_test_add_func ("/app/trend/words", test_words);
  ADD ("/app/trend/warning", test_warning);

  return g_test_run ();
}
