/* voice-watch ADDRESS [STARTER]: speaks what it is told and says what it hears of it, until its input
 * ends. Times are of the monotonic clock: AT in seconds, LATE in milliseconds.
 *
 * Out:  AT state ID | AT began LATE TEXT | AT ended WHOLE TEXT | AT dropped TEXT |
 *       AT voices NUMBER | AT voice NAME | AT stalled MS   (the longest that the main loop stood still)
 * In:   say PRIORITY DUE STALE TEXT   (DUE from now, STALE 0 for the default, in milliseconds)
 *       hush | look | list | stalled | rate N | volume N | language ID | voice NAME */
#include <gio/gunixinputstream.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "host.h"
#include "voice.h"

#define BEAT_MS 20

typedef struct
{
  CoachClock       *clock;      /* (owned) */
  CoachVoice       *voice;      /* (owned) */
  GDataInputStream *input;      /* (owned) */
  GMainLoop        *loop;       /* (owned) */
  gint64            beat_us;    /* when the last was */
  gint64            longest_us; /* from one to the next */
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
  g_print ("%.3f %s\n", coach_clock_get_monotonic_us (self->clock) / 1e6, words);
}

static void
state_changed_cb (Watcher *self)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (COACH_TYPE_VOICE_STATE);

  tell (self, "state %s",
        g_enum_get_value (klass, (int) coach_voice_get_state (self->voice))->value_nick);
}

static void
began_cb (Watcher    *self,
          const char *text,
          gint64      late_us)
{
  tell (self, "began %.0f %s", late_us / 1e3, text);
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
voices_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Watcher *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) voices = coach_voice_list_voices_finish (self->voice, result, &error);

  if (voices == NULL)
    {
      tell (self, "voices -1 %s", error->message);
      return;
    }
  for (guint i = 0; i < MIN (voices->len, 3); i++)
    tell (self, "voice %s", ((CoachVoiceName *) g_ptr_array_index (voices, i))->name);
  tell (self, "voices %u", voices->len);
}

static gboolean
beat_cb (gpointer user_data)
{
  Watcher *self = user_data;
  gint64 now_us = g_get_monotonic_time ();

  if (self->beat_us != 0)
    self->longest_us = MAX (self->longest_us, now_us - self->beat_us);
  self->beat_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
say (Watcher    *self,
     const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 5);
  CoachUtterance utterance;

  g_assert_cmpuint (g_strv_length (words), ==, 5);
  utterance = (CoachUtterance) {
    .text = words[4],
    .priority = (CoachSpeechPriority) atoi (words[1]),
    .due_us = coach_clock_get_monotonic_us (self->clock) + atoi (words[2]) * (gint64) 1000,
    .stale_after_us = atoi (words[3]) * (gint64) 1000,
  };
  coach_voice_say (self->voice, &utterance);
}

static void
obey (Watcher    *self,
      const char *line)
{
  if (g_str_has_prefix (line, "say "))
    say (self, line);
  else if (g_str_equal (line, "hush"))
    coach_voice_hush (self->voice);
  else if (g_str_equal (line, "look"))
    coach_voice_look (self->voice);
  else if (g_str_equal (line, "list"))
    coach_voice_list_voices_async (self->voice, NULL, voices_listed_cb, self);
  else if (g_str_equal (line, "stalled"))
    tell (self, "stalled %.0f", self->longest_us / 1e3);
  else if (g_str_has_prefix (line, "rate "))
    g_object_set (self->voice, "rate", atoi (line + strlen ("rate ")), NULL);
  else if (g_str_has_prefix (line, "volume "))
    g_object_set (self->voice, "volume", (guint) atoi (line + strlen ("volume ")), NULL);
  else if (g_str_has_prefix (line, "language "))
    g_object_set (self->voice, "language", line + strlen ("language "), NULL);
  else if (g_str_has_prefix (line, "voice "))
    g_object_set (self->voice, "voice-name", line + strlen ("voice "), NULL);
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
listen (Watcher *self)
{
  g_autoptr (GInputStream) bytes = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  self->input = g_data_input_stream_new (bytes);
  g_data_input_stream_read_line_async (self->input, 0, NULL, line_read_cb, self);
  g_signal_connect_swapped (self->voice, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_swapped (self->voice, "began", G_CALLBACK (began_cb), self);
  g_signal_connect_swapped (self->voice, "ended", G_CALLBACK (ended_cb), self);
  g_signal_connect_swapped (self->voice, "dropped", G_CALLBACK (dropped_cb), self);
}

int
main (int   argc,
      char *argv[])
{
  Watcher self = { .clock = coach_system_clock_new (), .loop = g_main_loop_new (NULL, FALSE) };
  guint beat_id;

  g_assert_cmpint (argc, >=, 2);
  self.voice = coach_voice_new (self.clock, argv[1], argv[2]);
  listen (&self);
  beat_id = g_timeout_add (BEAT_MS, beat_cb, &self);
  g_main_loop_run (self.loop);

  g_source_remove (beat_id);
  g_assert_finalize_object (self.voice);
  g_object_unref (self.input);
  g_assert_finalize_object (self.clock);
  g_main_loop_unref (self.loop);
  return 0;
}
