#include "config.h"

#include <string.h>

#include "coach-speech-settings-private.h"
#include "coach-ssip-reader-private.h"
#include "coach-voice-error.h"

/* What comes, and the replies that are made of it: "CODE[LINE|LINE]message", apart by spaces; "!" is an
 * error. */
typedef struct
{
  const char *bytes;
  const char *replies;
} Row;

static const Row rows[] = {
  { "208 OK CLIENT NAME SET\r\n", "208[]OK CLIENT NAME SET" },
  { "225-21\r\n225 OK\r\n", "225[21]OK" },
  { "701-21\r\n701-1\r\n701 BEGIN\r\n", "701[21|1]BEGIN" },
  { "249-A\taf\tnone\r\n249-B\tb\tx\r\n249 OK\r\n", "249[A\taf\tnone|B\tb\tx]OK" },
  { "249-A\r\n702-3\r\n702-1\r\n702 END\r\n249-B\r\n249 OK\r\n", "702[3|1]END 249[A|B]OK" },
  { "213 OK\r\n703-3\r\n703 CANCELED\r\n", "213[]OK 703[3]CANCELED" },
  { "300 ERR INTERNAL\r\n", "300[]ERR INTERNAL" },
  { "200 \n", "200[]" },
  { "225-1\r\n22", "" },
  { "249-\xff\r\n249 OK\r\n", "249[\xef\xbf\xbd]OK" },
  { "hello\r\n", "!" },
  { "22\r\n", "!" },
  { "\r\n", "!" },
  { "225-1\r\n230 OK\r\n", "!" },
  { "225:1\r\n", "!" },
};

static void
note_reply (GString              *replies,
            const CoachSsipReply *reply)
{
  g_string_append_printf (replies, "%s%u[", replies->len > 0 ? " " : "", reply->code);
  for (guint i = 0; i < reply->data->len; i++)
    g_string_append_printf (replies, "%s%s", i > 0 ? "|" : "", coach_ssip_reply_get (reply, i));
  g_string_append_printf (replies, "]%s", reply->message);
}

/* In portions of so many bytes. */
static void
read_row (const Row *row,
          gsize      portion)
{
  CoachSsipReader reader;
  g_autoptr (GString) replies = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gsize length = strlen (row->bytes);

  coach_ssip_reader_init (&reader);
  for (gsize at = 0; at < length && error == NULL; at += portion)
    {
      g_autoptr (CoachSsipReply) reply = NULL;

      coach_ssip_reader_feed (&reader, row->bytes + at, MIN (portion, length - at));
      while ((reply = coach_ssip_reader_next (&reader, &error)) != NULL)
        {
          note_reply (replies, reply);
          g_clear_pointer (&reply, coach_ssip_reply_free);
        }
    }
  if (error != NULL)
    {
      g_assert_error (error, COACH_VOICE_ERROR, COACH_VOICE_ERROR_LOST);
      g_string_append_c (replies, '!');
    }
  g_assert_cmpstr (replies->str, ==, row->replies);
  coach_ssip_reader_clear (&reader);
}

static void
test_replies (void)
{
  g_test_summary ("Replies and events come out whole, in whatever portions they come.");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize portion = 1; portion < 64; portion *= 3)
      read_row (&rows[i], portion);
}

static void
test_endless_line (void)
{
  CoachSsipReader reader;
  g_autofree char *bytes = g_strnfill (5000, 'x');
  g_autoptr (GError) error = NULL;

  g_test_summary ("A line without an end is not kept forever.");

  coach_ssip_reader_init (&reader);
  coach_ssip_reader_feed (&reader, bytes, 5000);
  g_assert_null (coach_ssip_reader_next (&reader, &error));
  g_assert_error (error, COACH_VOICE_ERROR, COACH_VOICE_ERROR_LOST);
  coach_ssip_reader_clear (&reader);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    const char *sent;
  } texts[] = {
    { "Hold", "Hold\r\n.\r\n" },
    { ".", "..\r\n.\r\n" },
    { "one\r\n.\r\nQUIT\r\n", "one  .  QUIT\r\n.\r\n" },
    { "a\xff", "a\xef\xbf\xbd\r\n.\r\n" },
    { " ", "\r\n.\r\n" },
  };

  g_test_summary ("No text can end what is said and become a command.");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *sent = coach_ssip_escape_text (texts[i].text);

      g_assert_cmpstr (sent, ==, texts[i].sent);
    }
  {
    g_autofree char *word = coach_ssip_escape_word ("English (Great Britain)\r\nQUIT");

    g_assert_cmpstr (word, ==, "English (Great Britain)  QUIT");
  }
}

static void
test_language (void)
{
  static const struct
  {
    const char *chosen;
    const char *theirs;
    const char *set; /* NULL when theirs will do */
  } languages[] = {
    { "", "en-US", NULL },
    { "en", "en-US", NULL },
    { "en", "en-GB", NULL },
    { "en-GB", "en-gb", NULL },
    { "en-GB", "en-US", "en-gb" },
    { "de_AT", "en-US", "de-at" },
    { "de", "en-US", "de" },
    { "es", "est", "es" },
    { "de", "", "de" },
  };

  g_test_summary ("A language is set only where the person's own is another.");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      CoachSpeechSettings settings = { .language = (char *) languages[i].chosen };
      g_autofree char *set = coach_speech_settings_dup_language (&settings, languages[i].theirs);

      g_assert_cmpstr (set, ==, languages[i].set);
    }
}

static void
test_sound (void)
{
  static const struct
  {
    int theirs;
    int rate;
    int volume;
    int set_rate;
    int set_volume;
  } sounds[] = {
    { 0, 0, 100, 0, 0 },
    { 40, 20, 50, 60, -30 },
    { 90, 20, 0, 100, -100 },
    { -90, -20, 100, -100, -90 },
    { 100, 0, 75, 100, 50 },
  };

  g_test_summary ("Rate and volume start from what the person has set up for all programs.");

  for (guint i = 0; i < G_N_ELEMENTS (sounds); i++)
    {
      CoachSpeechSettings settings = { .rate = sounds[i].rate, .volume = sounds[i].volume };

      g_assert_cmpint (coach_speech_settings_combine_rate (&settings, sounds[i].theirs), ==,
                       sounds[i].set_rate);
      g_assert_cmpint (coach_speech_settings_combine_volume (&settings, sounds[i].theirs), ==,
                       sounds[i].set_volume);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/ssip/replies", test_replies);
  g_test_add_func ("/ssip/endless-line", test_endless_line);
  g_test_add_func ("/ssip/texts", test_texts);
  g_test_add_func ("/ssip/language", test_language);
  g_test_add_func ("/ssip/sound", test_sound);

  return g_test_run ();
}
