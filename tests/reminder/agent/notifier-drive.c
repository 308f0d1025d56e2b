/* notifier-drive [MARK]: shows notices as it is told, and says line by line what becomes of them,
 * until its input ends.
 *
 * Out:  available | vanished | shown | failed | action ID | closed dismissed|expired | mark MARK
 *       | actions 0|1
 * In:   show TITLE|BODY | replace TITLE|BODY | withdraw | actions */
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <unistd.h>

#include "coach-desktop-notifier.h"

typedef struct
{
  CoachDesktopNotifier *notifier; /* (owned) */
  GDataInputStream     *input;    /* (owned) */
  GMainLoop            *loop;     /* (owned) */
} Driver;

static void
print_available_cb (void)
{
  g_print ("available\n");
}

static void
print_vanished_cb (void)
{
  g_print ("vanished\n");
}

static void
print_shown_cb (void)
{
  g_print ("shown\n");
}

static void
print_failed_cb (void)
{
  g_print ("failed\n");
}

static void
print_action_cb (Driver     *self,
                 const char *id)
{
  g_print ("action %s\n", id);
}

static void
print_closed_cb (Driver *self,
                 int     how)
{
  g_print ("closed %s\n", how == COACH_NOTICE_DISMISSED ? "dismissed" : "expired");
}

static void
print_mark_cb (Driver *self)
{
  const char *mark = coach_desktop_notifier_get_mark (self->notifier);

  g_print ("mark %s\n", mark != NULL ? mark : "none");
}

/* Buttons are of use only where they are seen, as in the program. */
static void
fill_notice (CoachNotice   *notice,
             const char    *text,
             CoachNotifier *notifier)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", 2);

  *notice = (CoachNotice) {
    .title = g_strdup (parts[0]),
    .body = g_strdup (parts[1]),
    .n_actions = coach_notifier_has_actions (notifier) ? 3 : 0,
    .actions = { { COACH_NOTICE_STAND, "Stand 1 min" },
                 { COACH_NOTICE_CHAIR, "Chair 2 min" },
                 { COACH_NOTICE_LATER, "Later" } },
  };
}

static void
obey (Driver     *self,
      const char *line)
{
  CoachNotifier *notifier = COACH_NOTIFIER (self->notifier);
  g_auto (CoachNotice) notice = { 0 };

  if (g_str_has_prefix (line, "show "))
    {
      fill_notice (&notice, line + strlen ("show "), notifier);
      coach_notifier_show (notifier, &notice);
    }
  else if (g_str_has_prefix (line, "replace "))
    {
      fill_notice (&notice, line + strlen ("replace "), notifier);
      coach_notifier_replace (notifier, &notice);
    }
  else if (g_str_equal (line, "withdraw"))
    coach_notifier_withdraw (notifier);
  else if (g_str_equal (line, "actions"))
    g_print ("actions %d\n", coach_notifier_has_actions (notifier));
  else
    g_error ("what is “%s”?", line);
}

static void
line_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Driver *self = user_data;
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
connect_signals (Driver *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { "available", G_CALLBACK (print_available_cb) },
    { "vanished", G_CALLBACK (print_vanished_cb) },
    { "shown", G_CALLBACK (print_shown_cb) },
    { "failed", G_CALLBACK (print_failed_cb) },
    { "action", G_CALLBACK (print_action_cb) },
    { "closed", G_CALLBACK (print_closed_cb) },
    { "notify::mark", G_CALLBACK (print_mark_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_swapped (self->notifier, handlers[i].signal, handlers[i].callback, self);
}

static void
start (Driver     *self,
       const char *mark)
{
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *address = coach_bus_link_find_address (G_BUS_TYPE_SESSION,
                                                          (const char * const *) environment);
  g_autoptr (CoachClock) clock = coach_system_clock_new ();
  g_autoptr (CoachBusLink) link = coach_bus_link_new (clock, address);
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  self->notifier = coach_desktop_notifier_new (clock, link, mark);
  connect_signals (self);
  self->input = g_data_input_stream_new (stream);
  g_data_input_stream_read_line_async (self->input, 0, NULL, line_read_cb, self);
}

int
main (int   argc,
      char *argv[])
{
  Driver self = { .loop = g_main_loop_new (NULL, FALSE) };

  setvbuf (stdout, NULL, _IOLBF, 0);
  start (&self, argc > 1 ? argv[1] : NULL);
  g_main_loop_run (self.loop);
  g_assert_finalize_object (self.notifier);
  g_object_unref (self.input);
  g_main_loop_unref (self.loop);
  return 0;
}
