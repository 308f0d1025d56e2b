#include "config.h"

#include "coach-ssip-reader-private.h"

#include <string.h>

#include "coach-voice-error.h"

/* The longest seen are some 100 bytes, and 13 363 lines of voices. */
#define MAX_LINE_LENGTH 4096
#define MAX_LINES       200000

/**
 * coach_ssip_reader_init:
 * @self: (out caller-allocates): a reader
 *
 * Makes a reader.
 */
void
coach_ssip_reader_init (CoachSsipReader *self)
{
  *self = (CoachSsipReader) { .bytes = g_string_new (NULL) };
}

/**
 * coach_ssip_reader_clear:
 * @self: a reader, which may be cleared already
 *
 * Frees what it holds.
 */
void
coach_ssip_reader_clear (CoachSsipReader *self)
{
  if (self->bytes != NULL)
    g_string_free (self->bytes, TRUE);
  self->bytes = NULL;
  g_clear_pointer (&self->reply, coach_ssip_reply_free);
  g_clear_pointer (&self->event, coach_ssip_reply_free);
}

/**
 * coach_ssip_reader_feed:
 * @self: a reader
 * @bytes: (array length=length): what has come
 * @length: how many
 *
 * Takes more.
 */
void
coach_ssip_reader_feed (CoachSsipReader *self,
                        const char      *bytes,
                        gsize            length)
{
  g_string_append_len (self->bytes, bytes, length);
}

/* Returns: (transfer full) (nullable): the next whole line, without its end */
static char *
take_line (CoachSsipReader *self)
{
  const char *end = memchr (self->bytes->str, '\n', self->bytes->len);
  gsize length;
  char *line;

  if (end == NULL)
    return NULL;
  length = end - self->bytes->str;
  line = g_strndup (self->bytes->str, length > 0 && end[-1] == '\r' ? length - 1 : length);
  g_string_erase (self->bytes, 0, length + 1);
  return line;
}

static gboolean
parse_head (const char *line,
            guint      *code)
{
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isdigit (line[i]))
      return FALSE;
  *code = 100 * (line[0] - '0') + 10 * (line[1] - '0') + (line[2] - '0');
  return line[3] == ' ' || line[3] == '-';
}

static gboolean
refuse (GError     **error,
        const char  *line)
{
  g_set_error (error, COACH_VOICE_ERROR, COACH_VOICE_ERROR_LOST,
               "the speech server says what it should not: %.60s", line);
  return FALSE;
}

static CoachSsipReply *
reply_new (guint code)
{
  CoachSsipReply *reply = g_new (CoachSsipReply, 1);

  *reply = (CoachSsipReply) { .code = code, .data = g_ptr_array_new_with_free_func (g_free) };
  return reply;
}

/* Hands out @whole at its last line. */
static gboolean
take_in (CoachSsipReader  *self,
         const char       *line,
         CoachSsipReply  **whole,
         GError          **error)
{
  CoachSsipReply **part;
  guint code;

  if (!parse_head (line, &code))
    return refuse (error, line);
  part = code / 100 == 7 ? &self->event : &self->reply;
  if (*part == NULL)
    *part = reply_new (code);
  if ((*part)->code != code || (*part)->data->len >= MAX_LINES)
    return refuse (error, line);

  if (line[3] == '-')
    {
      g_ptr_array_add ((*part)->data, g_utf8_make_valid (line + 4, -1));
      return TRUE;
    }
  (*part)->message = g_utf8_make_valid (line + 4, -1);
  *whole = g_steal_pointer (part);
  return TRUE;
}

/**
 * coach_ssip_reader_next:
 * @self: a reader
 * @error: return location for %COACH_VOICE_ERROR_LOST
 *
 * Takes out the next whole reply. After an error the bytes mean nothing any more.
 *
 * Returns: (transfer full) (nullable): a reply; %NULL without an error until more has come
 */
CoachSsipReply *
coach_ssip_reader_next (CoachSsipReader  *self,
                        GError          **error)
{
  CoachSsipReply *whole = NULL;

  while (whole == NULL)
    {
      g_autofree char *line = take_line (self);

      if (line == NULL && self->bytes->len > MAX_LINE_LENGTH)
        refuse (error, self->bytes->str);
      if (line == NULL || !take_in (self, line, &whole, error))
        return NULL;
    }
  return whole;
}

/**
 * coach_ssip_reply_is_event:
 * @self: a reply
 *
 * Tells whether the server tells it by itself.
 *
 * Returns: whether no command is answered by it
 */
gboolean
coach_ssip_reply_is_event (const CoachSsipReply *self)
{
  return self->code / 100 == 7;
}

/**
 * coach_ssip_reply_is_done:
 * @self: a reply to a command
 *
 * Tells whether the server did what it was told.
 *
 * Returns: whether it did
 */
gboolean
coach_ssip_reply_is_done (const CoachSsipReply *self)
{
  return self->code < 300;
}

/**
 * coach_ssip_reply_get:
 * @self: a reply
 * @index: counts from 0
 *
 * Gets one line of what it brings.
 *
 * Returns: (transfer none): the line; empty when there are not as many
 */
const char *
coach_ssip_reply_get (const CoachSsipReply *self,
                      guint                 index)
{
  return index < self->data->len ? g_ptr_array_index (self->data, index) : "";
}

/**
 * coach_ssip_reply_free:
 * @self: (transfer full): a reply
 *
 * Frees a reply.
 */
void
coach_ssip_reply_free (CoachSsipReply *self)
{
  g_ptr_array_unref (self->data);
  g_free (self->message);
  g_free (self);
}

/**
 * coach_ssip_escape_text:
 * @text: what is said
 *
 * Makes of a text what the server takes between the command to speak and the line with a dot alone:
 * one line, however many @text has, whose end is marked.
 *
 * Returns: (transfer full): bytes to send
 */
char *
coach_ssip_escape_text (const char *text)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_utf8_make_valid (text, -1), "\r\n", ' '));

  return g_strdup_printf ("%s%s\r\n.\r\n", g_str_has_prefix (line, ".") ? "." : "", line);
}

/**
 * coach_ssip_escape_word:
 * @text: the last argument of a command, such as the name of a voice
 *
 * Keeps a text within its command. The server takes spaces and quotes as they are.
 *
 * Returns: (transfer full): the argument
 */
char *
coach_ssip_escape_word (const char *text)
{
  return g_strdelimit (g_utf8_make_valid (text, -1), "\r\n", ' ');
}
