/* What Today offers of heat and cold, and what it shows of a pack that is on. */
#include <glib.h>

#include "coach-manual-clock.h"
#include "coach-pack-card-state.h"
#include "coach-pack-offer.h"

#define MINUTE (60 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  CoachCatalog     *catalog;  /* (owned) */
  CoachManualClock *clock;    /* (owned) */
  GSettings        *settings; /* (owned) */
  CoachAppContext  *context;  /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", data_dir);

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->clock = coach_manual_clock_new ();
  fixture->settings = g_settings_new ("org.lowtide.Lowtide");
  g_settings_reset (fixture->settings, "heat-minutes");
  g_settings_reset (fixture->settings, "cold-minutes");
  fixture->context = coach_app_context_new (fixture->catalog, profile, places,
                                            COACH_CLOCK (fixture->clock), fixture->settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->context);
  g_object_unref (fixture->settings);
  g_assert_finalize_object (fixture->clock);
  g_assert_finalize_object (fixture->catalog);
}

/* Somebody without any warning sign, but for those that are named. */
static void
answer_no (Fixture    *fixture,
           const char *but)
{
  CoachScreening *screening = coach_catalog_get_screening (fixture->catalog);
  CoachProfile *profile = coach_app_context_get_profile (fixture->context);
  CoachScreeningAnswer answer = { 0 };

  coach_app_context_get_today (fixture->context, &answer.answered);
  g_date_clear (&answer.first_yes, 1);
  g_date_clear (&answer.date, 1);
  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const char *id = coach_screening_get_question (screening, i)->id;

      answer.answer = g_strcmp0 (id, but) == 0 ? COACH_ANSWER_YES : COACH_ANSWER_NO;
      coach_screening_record_set (coach_profile_get_screening (profile), id, &answer);
    }
}

static void
check_in (Fixture        *fixture,
          CoachPainFlags  left,
          CoachPainFlags  right)
{
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);
  CoachPain pain = { .left = left, .right = right };

  coach_diary_add_checkin (coach_app_context_get_diary (fixture->context), now, &pain);
}

static void
assert_offer (Fixture       *fixture,
              CoachPackKind  kind,
              const char    *refusals,
              const char    *notes)
{
  g_autoptr (CoachPackOffer) offer = coach_pack_offer_new (fixture->context, kind);
  g_autofree char *refused = g_strjoinv ("|", offer->refusals);
  g_autofree char *noted = g_strjoinv ("|", offer->notes);

  g_assert_cmpint (coach_pack_offer_is_allowed (offer), ==, *refusals == '\0');
  if (!g_pattern_match_simple (refusals, refused) || !g_pattern_match_simple (notes, noted))
    g_error ("“%s” and “%s” are not “%s” and “%s”", refused, noted, refusals, notes);
}

static void
test_offers (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("What is offered follows the answers, the check-ins and the diary");
  assert_offer (fixture, COACH_PACK_HEAT, "The warning-sign questions come first*", "");
  answer_no (fixture, NULL);
  assert_offer (fixture, COACH_PACK_HEAT, "", "");
  answer_no (fixture, "pregnant");
  assert_offer (fixture, COACH_PACK_HEAT, "", "In pregnancy*");
  assert_offer (fixture, COACH_PACK_COLD, "", "");
  answer_no (fixture, "numb-skin");
  assert_offer (fixture, COACH_PACK_COLD, "*feel a burn*", "");
  answer_no (fixture, "bladder");
  assert_offer (fixture, COACH_PACK_COLD, "Heat and cold are off*", "");
}

static void
test_numbness (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_test_summary ("Numbness counts until a check-in says that it is gone");
  answer_no (fixture, NULL);
  check_in (fixture, COACH_PAIN_NUMBNESS, 0);
  coach_manual_clock_advance (fixture->clock, 3 * 24 * 60 * MINUTE);
  assert_offer (fixture, COACH_PACK_HEAT, "", "On the right only*");
  check_in (fixture, COACH_PAIN_BURNING, 0);
  assert_offer (fixture, COACH_PACK_HEAT, "", "");
}

static void
test_diary (Fixture       *fixture,
            gconstpointer  user_data)
{
  CoachDiary *diary = coach_app_context_get_diary (fixture->context);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);
  g_autoptr (CoachPackOffer) cold = NULL;

  g_test_summary ("The packs of the diary count, the newest however many there are");
  answer_no (fixture, NULL);
  for (int hours = 400; hours >= 1; hours -= 5)
    {
      g_autoptr (GDateTime) began = g_date_time_add_hours (now, -hours);

      coach_diary_add_pack (diary, COACH_PACK_HEAT, began, 900);
    }
  coach_diary_add_pack (diary, COACH_PACK_HEAT, now, 900);
  assert_offer (fixture, COACH_PACK_HEAT, "*hours between two warm packs*", "");
  cold = coach_pack_offer_new (fixture->context, COACH_PACK_COLD);
  g_assert_true (coach_pack_offer_is_allowed (cold));
  g_assert_true (cold->asks_skin);
}

static guint
get_minutes (Fixture       *fixture,
             CoachPackKind  kind)
{
  g_autoptr (CoachPackOffer) offer = coach_pack_offer_new (fixture->context, kind);

  return offer->minutes;
}

static void
change_minutes (Fixture       *fixture,
                CoachPackKind  kind,
                int            steps)
{
  for (int i = 0; i < ABS (steps); i++)
    {
      g_autoptr (CoachPackOffer) offer = coach_pack_offer_new (fixture->context, kind);

      if (steps > 0)
        coach_pack_offer_lengthen (offer, fixture->context);
      else
        coach_pack_offer_shorten (offer, fixture->context);
    }
}

static void
test_minutes (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (CoachPackOffer) offer = NULL;

  g_test_summary ("Minutes are the protocol's until they are chosen, and always within it");
  g_assert_cmpuint (get_minutes (fixture, COACH_PACK_HEAT), ==, 15);
  g_assert_cmpuint (get_minutes (fixture, COACH_PACK_COLD), ==, 10);
  change_minutes (fixture, COACH_PACK_HEAT, 3);
  g_assert_cmpuint (get_minutes (fixture, COACH_PACK_HEAT), ==, 20);
  change_minutes (fixture, COACH_PACK_HEAT, -5);
  g_assert_cmpuint (get_minutes (fixture, COACH_PACK_HEAT), ==, 10);
  g_assert_cmpuint (get_minutes (fixture, COACH_PACK_COLD), ==, 10);

  offer = coach_pack_offer_new (fixture->context, COACH_PACK_HEAT);
  g_assert_false (offer->can_shorten);
  g_assert_true (offer->can_lengthen);
  g_settings_set_uint (fixture->settings, "heat-minutes", 999);
  g_assert_cmpuint (get_minutes (fixture, COACH_PACK_HEAT), ==, 20);
  g_settings_set_uint (fixture->settings, "heat-minutes", 1);
  g_assert_cmpuint (get_minutes (fixture, COACH_PACK_HEAT), ==, 10);
}

static void
assert_card (Fixture        *fixture,
             CoachPackStage  stage,
             const char     *headline,
             const char     *prompt,
             const char     *clock,
             const char     *words)
{
  g_autoptr (CoachPackCardState) state = coach_pack_card_state_from (fixture->context);

  g_assert_cmpint (state->stage, ==, stage);
  g_assert_cmpstr (state->headline, ==, headline);
  g_assert_true (g_pattern_match_simple (prompt, state->prompt));
  g_assert_cmpstr (state->clock, ==, clock);
  g_assert_cmpstr (state->words, ==, words);
}

static void
test_card (Fixture       *fixture,
           gconstpointer  user_data)
{
  CoachPackTimer *timer = coach_app_context_get_pack_timer (fixture->context);
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (fixture->catalog);
  g_autoptr (CoachPackCardState) state = NULL;

  g_test_summary ("A pack that is on says what it asks for, and what is left");
  coach_pack_timer_start (timer, COACH_PACK_COLD,
                          coach_safety_guide_get_pack (guide, COACH_PACK_COLD), 10);
  state = coach_pack_card_state_from (fixture->context);
  g_assert_cmpstr (state->title, ==, "Cold for 10 minutes");
  assert_card (fixture, COACH_PACK_ON, "", "", "10:00", "10 minutes left");
  coach_manual_clock_advance (fixture->clock, 5 * MINUTE);
  assert_card (fixture, COACH_PACK_CHECK_SKIN, "Time for a look at your skin",
               "Look at the skin now.*", "5:00", "5 minutes left");
  coach_manual_clock_advance (fixture->clock, 9 * MINUTE / 2);
  assert_card (fixture, COACH_PACK_CHECK_SKIN, "Time for a look at your skin",
               "Look at the skin now.*", "0:30", "30 seconds left");
  coach_manual_clock_advance (fixture->clock, MINUTE);
  assert_card (fixture, COACH_PACK_TAKE_OFF, "Take it off now", "The cold pack*", "0:00",
               "0 seconds left");
  coach_pack_timer_take_off (timer);
  assert_card (fixture, COACH_PACK_OFF, "", "", "0:00", "0 seconds left");
}

#define add_state(name, test) \
  g_test_add ("/app/pack-card-state/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_state ("offers", test_offers);
  add_state ("numbness", test_numbness);
  add_state ("diary", test_diary);
  add_state ("minutes", test_minutes);
  add_state ("card", test_card);

  return g_test_run ();
}
