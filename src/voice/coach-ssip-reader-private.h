#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachSsipReply:
 * @code: 2xx is done, from 300 on it is not; 7xx is an event
 * @data: (owned): (element-type utf8): what it brings, a line each
 * @message: (owned): the words of the last line, for the log
 *
 * What the speech server answers to a command, or tells by itself.
 */
typedef struct
{
  guint      code;
  GPtrArray *data;
  char      *message;
} CoachSsipReply;

/**
 * CoachSsipReader:
 *
 * Makes replies of the bytes that come from a speech server, in whatever portions they come. A reply
 * is lines as in "225-21", and a last one as in "225 OK MESSAGE QUEUED".
 */
typedef struct
{
  GString        *bytes; /* (owned): not looked at yet */
  CoachSsipReply *reply; /* (owned) (nullable): not whole yet */
  CoachSsipReply *event; /* (owned) (nullable): likewise; it may come between the lines of a reply */
} CoachSsipReader;

void            coach_ssip_reader_init  (CoachSsipReader  *self);
void            coach_ssip_reader_clear (CoachSsipReader  *self);
void            coach_ssip_reader_feed  (CoachSsipReader  *self,
                                         const char       *bytes,
                                         gsize             length);
CoachSsipReply *coach_ssip_reader_next  (CoachSsipReader  *self,
                                         GError          **error);

gboolean        coach_ssip_reply_is_event (const CoachSsipReply *self);
gboolean        coach_ssip_reply_is_done  (const CoachSsipReply *self);
const char     *coach_ssip_reply_get      (const CoachSsipReply *self,
                                           guint                 index);
void            coach_ssip_reply_free     (CoachSsipReply       *self);

char           *coach_ssip_escape_text  (const char *text);
char           *coach_ssip_escape_word  (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSsipReply, coach_ssip_reply_free)

G_END_DECLS
