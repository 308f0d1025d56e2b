/* hold-watch DEVICES PROCESSES: says line by line what holds reminders back, until its input ends.
 * The folders are those of devices and of processes.
 *
 * Out:  holds [do-not-disturb] [full-screen] [inhibitor] [camera] [microphone] | holds none
 * In:   screen 0|1 | devices 0|1 */
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <unistd.h>

#include "coach-hold-watch.h"

typedef struct
{
  CoachHoldWatch   *watch; /* (owned) */
  GDataInputStream *input; /* (owned) */
  GMainLoop        *loop;  /* (owned) */
} Watcher;

static void
print_holds_cb (Watcher *self)
{
  static const char * const names[] = { "do-not-disturb", "full-screen", "inhibitor", "camera",
                                        "microphone" };
  CoachReminderHolds holds = coach_hold_watch_get_holds (self->watch);
  g_autoptr (GString) text = g_string_new ("holds");

  g_assert_cmpint (holds & ~COACH_REMINDER_HOLDS_TOLD, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((holds & (1 << i)) != 0)
      g_string_append_printf (text, " %s", names[i]);
  g_print ("%s\n", holds != 0 ? text->str : "holds none");
}

static void
obey (Watcher    *self,
      const char *line)
{
  if (g_str_has_prefix (line, "screen "))
    coach_hold_watch_set_watches_screen (self->watch, g_str_has_suffix (line, "1"));
  else if (g_str_has_prefix (line, "devices "))
    coach_hold_watch_set_watches_devices (self->watch, g_str_has_suffix (line, "1"));
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

static CoachBusLink *
open_link (CoachClock         *clock,
           GBusType            bus,
           const char * const *environment)
{
  g_autofree char *address = coach_bus_link_find_address (bus, environment);

  return coach_bus_link_new (clock, address);
}

static void
start (Watcher    *self,
       const char *device_folder,
       const char *process_folder)
{
  g_auto (GStrv) variables = g_get_environ ();
  const char * const *environment = (const char * const *) variables;
  g_autoptr (CoachClock) clock = coach_system_clock_new ();
  g_autoptr (CoachBusLink) session_bus = open_link (clock, G_BUS_TYPE_SESSION, environment);
  g_autoptr (CoachBusLink) system_bus = open_link (clock, G_BUS_TYPE_SYSTEM, environment);
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  self->watch = coach_hold_watch_new (clock, environment, session_bus, system_bus, device_folder,
                                      process_folder);
  print_holds_cb (self);
  g_signal_connect_swapped (self->watch, "changed", G_CALLBACK (print_holds_cb), self);
  self->input = g_data_input_stream_new (stream);
  g_data_input_stream_read_line_async (self->input, 0, NULL, line_read_cb, self);
}

int
main (int   argc,
      char *argv[])
{
  Watcher self = { .loop = g_main_loop_new (NULL, FALSE) };

  g_assert_cmpint (argc, ==, 3);
  setvbuf (stdout, NULL, _IOLBF, 0);
  start (&self, argv[1], argv[2]);
  g_main_loop_run (self.loop);
  g_assert_finalize_object (self.watch);
  g_object_unref (self.input);
  g_main_loop_unref (self.loop);
  return 0;
}
