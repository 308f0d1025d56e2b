#pragma once

#include "coach-geometry.h"
#include "coach-studio-error.h"

G_BEGIN_DECLS

/**
 * CoachReader:
 *
 * A walk through one JSON file that remembers where it is and the first thing that is wrong.
 * After that every getter answers with a harmless value, so that a whole object is read before
 * anybody has to look: the end of the walk is [method@Reader.finish].
 */
typedef struct _CoachReader CoachReader;

CoachReader *coach_reader_new            (const char   *path,
                                          GError      **error);
CoachReader *coach_reader_new_for_text   (const char   *name,
                                          const char   *text,
                                          gssize        length,
                                          GError      **error);
void         coach_reader_free           (CoachReader  *self);
gboolean     coach_reader_finish         (CoachReader  *self,
                                          GError      **error);
void         coach_reader_fail           (CoachReader  *self,
                                          const char   *format,
                                          ...) G_GNUC_PRINTF (2, 3);
gboolean     coach_reader_has_failed     (CoachReader  *self);

char        *coach_reader_to_text         (CoachReader  *self);
gboolean     coach_reader_has            (CoachReader  *self,
                                          const char   *member);
void         coach_reader_allow          (CoachReader  *self,
                                          ...) G_GNUC_NULL_TERMINATED;
char       **coach_reader_members        (CoachReader  *self);
guint        coach_reader_length         (CoachReader  *self);
gboolean     coach_reader_enter          (CoachReader  *self,
                                          const char   *member);
void         coach_reader_enter_item     (CoachReader  *self,
                                          guint         index);
void         coach_reader_leave          (CoachReader  *self);

double       coach_reader_value_number   (CoachReader  *self,
                                          double        minimum,
                                          double        maximum);
gboolean     coach_reader_value_is_null  (CoachReader  *self);
const char  *coach_reader_value_string   (CoachReader  *self);
CoachPoint   coach_reader_value_point    (CoachReader  *self,
                                          double        limit);
double       coach_reader_number         (CoachReader  *self,
                                          const char   *member,
                                          double        minimum,
                                          double        maximum);
double       coach_reader_number_or      (CoachReader  *self,
                                          const char   *member,
                                          double        minimum,
                                          double        maximum,
                                          double        fallback);
const char  *coach_reader_string         (CoachReader  *self,
                                          const char   *member);
const char  *coach_reader_string_or      (CoachReader  *self,
                                          const char   *member,
                                          const char   *fallback);
gboolean     coach_reader_boolean_or     (CoachReader  *self,
                                          const char   *member,
                                          gboolean      fallback);
CoachPoint   coach_reader_point          (CoachReader  *self,
                                          const char   *member,
                                          double        limit);
CoachPoint   coach_reader_point_or       (CoachReader  *self,
                                          const char   *member,
                                          double        limit,
                                          CoachPoint    fallback);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachReader, coach_reader_free)

G_END_DECLS
