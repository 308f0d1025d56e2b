/* presence-watch [IDLE_AFTER]: says line by line what is known about presence, until its input
 * ends.
 *
 * Out:  source ID | state ID AGE INHIBITED | paused | woke SECONDS     (ages in seconds)
 * In:   idle-after SECONDS | pause SECONDS */
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "presence.h"

typedef struct
{
  CoachClock       *clock;    /* (owned) */
  CoachPresence    *presence; /* (owned) */
  GDataInputStream *input;    /* (owned) */
  GMainLoop        *loop;     /* (owned) */
} Watcher;

static void
print_source_cb (Watcher *self)
{
  g_print ("source %s\n", coach_presence_get_source_id (self->presence));
}

static void
print_state_cb (Watcher *self)
{
  gint64 now_us = coach_clock_get_monotonic_us (self->clock);
  gint64 age_us = now_us - coach_presence_get_since_us (self->presence);
  CoachPresenceState state = coach_presence_get_state (self->presence);

  g_print ("state %s %.3f %d\n", coach_presence_state_get_id (state), age_us / 1e6,
           coach_presence_get_is_inhibited (self->presence));
}

static void
print_pause_cb (Watcher *self)
{
  g_print ("paused\n");
}

static void
print_wake_cb (CoachPresence *presence,
               gint64         slept_us,
               Watcher       *self)
{
  g_print ("woke %.3f\n", slept_us / 1e6);
}

static void
obey (Watcher    *self,
      const char *line)
{
  if (g_str_has_prefix (line, "idle-after "))
    coach_presence_set_idle_after (self->presence, (guint) atoi (line + strlen ("idle-after ")));
  else if (g_str_has_prefix (line, "pause "))
    coach_presence_watch_pause (self->presence, (guint) atoi (line + strlen ("pause ")));
  else
    g_error ("what is “%s”?", line);
}

static void
line_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Watcher *self = user_data;
  g_autofree char *line = g_data_input_stream_read_line_finish (self->input, result, NULL, NULL);

  if (line == NULL)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  obey (self, line);
  g_data_input_stream_read_line_async (self->input, 0, NULL, line_read_cb, self);
}

static void
start (Watcher *self,
       guint    idle_after)
{
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  self->clock = coach_system_clock_new ();
  self->presence = coach_session_presence_new (self->clock, (const char * const *) environment);
  coach_presence_set_idle_after (self->presence, idle_after);
  g_signal_connect_swapped (self->presence, "notify::source-id", G_CALLBACK (print_source_cb),
                            self);
  g_signal_connect_swapped (self->presence, "changed", G_CALLBACK (print_state_cb), self);
  g_signal_connect_swapped (self->presence, "paused", G_CALLBACK (print_pause_cb), self);
  g_signal_connect (self->presence, "woke", G_CALLBACK (print_wake_cb), self);
  self->input = g_data_input_stream_new (stream);
  g_data_input_stream_read_line_async (self->input, 0, NULL, line_read_cb, self);
}

int
main (int   argc,
      char *argv[])
{
  Watcher self = { .loop = g_main_loop_new (NULL, FALSE) };

  setvbuf (stdout, NULL, _IOLBF, 0);
  start (&self, argc > 1 ? (guint) atoi (argv[1]) : COACH_PRESENCE_IDLE_AFTER_S);
  g_main_loop_run (self.loop);
  g_assert_finalize_object (self.presence);
  g_object_unref (self.input);
  g_object_unref (self.clock);
  g_main_loop_unref (self.loop);
  return 0;
}
