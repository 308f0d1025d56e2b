#include "config.h"

#include "person-fixture.h"

#define HOUR (3600 * (gint64) G_USEC_PER_SEC)

void
person_fixture_set_up (PersonFixture *self,
                       gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", data_dir);
  g_autoptr (GDateTime) noon = g_date_time_new_utc (2024, 3, 5, 12, 0, 0);

  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  self->clock = coach_manual_clock_new ();
  coach_manual_clock_set_local_time (self->clock, noon);
  self->profile = coach_profile_new ();
  self->context = coach_app_context_new (catalog, self->profile, places,
                                         COACH_CLOCK (self->clock), settings);
  self->diary = coach_app_context_get_diary (self->context);
}

void
person_fixture_tear_down (PersonFixture *self,
                          gconstpointer  user_data)
{
  g_clear_object (&self->recorder);
  g_clear_object (&self->session);
  g_assert_finalize_object (self->context);
  g_assert_cmpuint (coach_manual_clock_count_armed (self->clock), ==, 0);
  g_assert_finalize_object (self->clock);
  g_assert_finalize_object (self->profile);
}

void
person_fixture_advance (PersonFixture *self,
                        guint          hours)
{
  coach_manual_clock_advance (self->clock, hours * HOUR);
}

CoachPain
person_fixture_make_pain (guint8 back,
                          guint8 calf)
{
  return (CoachPain) { .scores = { [COACH_ZONE_LOW_BACK] = back, [COACH_ZONE_CALF_LEFT] = calf } };
}

void
person_fixture_begin_session (PersonFixture   *self,
                              const CoachPain *before)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  CoachRoutine *routine = coach_catalog_lookup_routine (catalog, "piriformis-essentials");
  g_autoptr (CoachProfile) anybody = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  plan = coach_plan_new (routine, catalog, anybody, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->recorder);
  g_clear_object (&self->session);
  self->session = coach_session_new (plan, COACH_CLOCK (self->clock));
  self->recorder = coach_session_recorder_new (self->diary, self->session,
                                               COACH_CLOCK (self->clock), before);
  coach_session_start (self->session);
}

/* A quarter of an hour of it, and an end. */
void
person_fixture_do_session (PersonFixture   *self,
                           const CoachPain *before)
{
  person_fixture_begin_session (self, before);
  coach_manual_clock_advance (self->clock, HOUR / 4);
  coach_session_stop (self->session);
}
