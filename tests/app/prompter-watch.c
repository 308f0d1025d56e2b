/* prompter-watch ROUTINE: leads through a routine as the program does, by its own clock and with the
 * voice and the sounds of the machine, until the last word of getting up. Waits for the speech server
 * first. Times are of the monotonic clock, in seconds; LATE in milliseconds.
 *
 * Out:  AT start | AT cue KIND TEXT | AT began LATE TEXT | AT ended WHOLE TEXT | AT dropped TEXT |
 *       AT missing | AT over */
#include <stdlib.h>

#include "coach-prompter.h"
#include "session-fixture.h"

#define OPENING_LIMIT_MS 20000

typedef struct
{
  CoachClock    *clock;    /* (owned) */
  CoachSession  *session;  /* (owned) (nullable) until it begins */
  CoachPrompter *prompter; /* (owned) (nullable) until it begins, and once it has ended */
  CoachVoice    *voice;    /* (unowned) */
  CoachSpeaker  *speaker;  /* (owned) */
  GSettings     *settings; /* (owned) */
  CoachPlan     *plan;     /* (owned) */
  CoachPlaces   *places;   /* (owned) */
  GMainLoop     *loop;     /* (owned) */
} Watcher;

static void G_GNUC_PRINTF (2, 3)
tell (Watcher    *self,
      const char *format,
      ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%.3f %s\n", (double) coach_clock_get_monotonic_us (self->clock) / 1e6, words);
}

static void
cue_cb (Watcher  *self,
        CoachCue *cue)
{
  tell (self, "cue %s %s", coach_cue_kind_get_id (cue->kind), cue->text);
}

static void
began_cb (Watcher    *self,
          const char *text,
          gint64      late_us)
{
  tell (self, "began %.0f %s", (double) late_us / 1e3, text);
}

static void
ended_cb (Watcher    *self,
          const char *text,
          gboolean    is_whole)
{
  tell (self, "ended %d %s", is_whole, text);
}

static void
dropped_cb (Watcher    *self,
            const char *text)
{
  tell (self, "dropped %s", text);
}

static void
missing_cb (Watcher *self)
{
  tell (self, "missing");
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (((Watcher *) user_data)->loop);
  return G_SOURCE_REMOVE;
}

/* The last word is given time to be said. */
static void
prompter_ended_cb (Watcher *self)
{
  tell (self, "over");
  g_clear_object (&self->prompter);
  g_timeout_add_seconds (6, quit_cb, self);
}

static void
begin (Watcher *self)
{
  g_autoptr (CoachCueSounds) sounds = coach_cue_sounds_new (self->places);

  self->session = coach_session_new (self->plan, self->clock);
  self->prompter = coach_prompter_new (self->session, self->clock, self->speaker, sounds,
                                       self->settings);
  g_signal_connect_swapped (self->session, "cue", G_CALLBACK (cue_cb), self);
  g_signal_connect_swapped (self->prompter, "speech-missing", G_CALLBACK (missing_cb), self);
  g_signal_connect_swapped (self->prompter, "ended", G_CALLBACK (prompter_ended_cb), self);
  tell (self, "start");
  coach_session_start (self->session);
}

static gboolean
opening_over_cb (gpointer user_data)
{
  begin (user_data);
  return G_SOURCE_REMOVE;
}

static void
state_changed_cb (Watcher *self)
{
  CoachVoiceState state = coach_voice_get_state (self->voice);

  if (self->session == NULL && state == COACH_VOICE_STATE_READY)
    g_idle_add (opening_over_cb, self);
}

static void
wait_for_voice (Watcher *self)
{
  const char * const environment[] = { NULL };
  g_auto (GStrv) own = g_get_environ ();

  coach_speaker_connect (self->speaker, NULL,
                         own != NULL ? (const char * const *) own : environment);
  self->voice = coach_speaker_get_voice (self->speaker);
  g_signal_connect_swapped (self->voice, "began", G_CALLBACK (began_cb), self);
  g_signal_connect_swapped (self->voice, "ended", G_CALLBACK (ended_cb), self);
  g_signal_connect_swapped (self->voice, "dropped", G_CALLBACK (dropped_cb), self);
  g_signal_connect_swapped (self->voice, "notify::state", G_CALLBACK (state_changed_cb), self);
}

static CoachPlan *
make_plan (const char *id,
           gboolean    explain)
{
  g_autoptr (CoachCatalog) catalog = session_fixture_load_catalog ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  CoachPlanOptions options = { .explain = explain };

  return coach_plan_new (coach_catalog_lookup_routine (catalog, id), catalog, profile, &options,
                         NULL);
}

int
main (int   argc,
      char *argv[])
{
  Watcher self = { .clock = coach_system_clock_new () };

  g_assert_cmpint (argc, ==, 2);
  self.settings = g_settings_new ("org.lowtide.Lowtide");
  self.places = coach_places_new_for_system ();
  self.speaker = coach_speaker_new (self.settings, self.clock);
  self.plan = make_plan (argv[1], TRUE);
  self.loop = g_main_loop_new (NULL, FALSE);

  wait_for_voice (&self);
  g_main_loop_run (self.loop);

  g_main_loop_unref (self.loop);
  g_clear_object (&self.session);
  g_clear_object (&self.speaker);
  g_clear_object (&self.plan);
  g_clear_object (&self.places);
  g_clear_object (&self.settings);
  g_clear_object (&self.clock);
  return EXIT_SUCCESS;
}
