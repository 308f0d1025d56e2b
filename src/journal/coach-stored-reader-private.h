#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * CoachStoredValue:
 * @COACH_STORED_NONE: there is no such member, or it is null
 * @COACH_STORED_FINE: it was read
 * @COACH_STORED_ODD: it is not what it should be; the reader has put that down
 *
 * What became of a member. What an odd one is taken for is for the caller to say.
 */
typedef enum
{
  COACH_STORED_NONE,
  COACH_STORED_FINE,
  COACH_STORED_ODD,
} CoachStoredValue;

typedef struct _CoachStoredReader CoachStoredReader;

CoachStoredReader *coach_stored_reader_new           (const char         *file);
void               coach_stored_reader_free          (CoachStoredReader  *self);
gboolean           coach_stored_reader_finish        (CoachStoredReader  *self,
                                                      GError            **error);
void               coach_stored_reader_check_version (CoachStoredReader  *self,
                                                      JsonObject         *object,
                                                      guint               version);

/* Where the reader stands, for its messages. */
void               coach_stored_reader_begin         (CoachStoredReader  *self,
                                                      const char         *member);
void               coach_stored_reader_begin_element (CoachStoredReader  *self,
                                                      const char         *member,
                                                      guint               index);
void               coach_stored_reader_end           (CoachStoredReader  *self);
void               coach_stored_reader_complain      (CoachStoredReader  *self,
                                                      const char         *member,
                                                      const char         *what);
void               coach_stored_reader_complain_word (CoachStoredReader  *self,
                                                      const char         *member,
                                                      const char         *word);
guint              coach_stored_reader_count_odd     (CoachStoredReader  *self);

CoachStoredValue   coach_stored_reader_get_string    (CoachStoredReader  *self,
                                                      JsonObject         *object,
                                                      const char         *member,
                                                      const char        **value);
CoachStoredValue   coach_stored_reader_get_boolean   (CoachStoredReader  *self,
                                                      JsonObject         *object,
                                                      const char         *member,
                                                      gboolean           *value);
CoachStoredValue   coach_stored_reader_get_uint      (CoachStoredReader  *self,
                                                      JsonObject         *object,
                                                      const char         *member,
                                                      guint               max,
                                                      guint              *value);
CoachStoredValue   coach_stored_reader_get_date      (CoachStoredReader  *self,
                                                      JsonObject         *object,
                                                      const char         *member,
                                                      GDate              *value);
CoachStoredValue   coach_stored_reader_get_time      (CoachStoredReader  *self,
                                                      JsonObject         *object,
                                                      const char         *member,
                                                      GDateTime         **value);
CoachStoredValue   coach_stored_reader_get_object    (CoachStoredReader  *self,
                                                      JsonObject         *object,
                                                      const char         *member,
                                                      JsonObject        **value);
CoachStoredValue   coach_stored_reader_get_array     (CoachStoredReader  *self,
                                                      JsonObject         *object,
                                                      const char         *member,
                                                      JsonArray         **value);
const char        *coach_stored_reader_get_text_at   (CoachStoredReader  *self,
                                                      JsonArray          *array,
                                                      const char         *member,
                                                      guint               index);
JsonObject        *coach_stored_reader_get_object_at (CoachStoredReader  *self,
                                                      JsonArray          *array,
                                                      const char         *member,
                                                      guint               index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachStoredReader, coach_stored_reader_free)

G_END_DECLS
