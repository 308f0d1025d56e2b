#pragma once

#include <glib.h>

#include "coach-catalog-error.h"

G_BEGIN_DECLS

typedef struct _CoachContentReader CoachContentReader;

/*
 * CoachContentTextFunc:
 *
 * Is shown each text that a person may see, in English, as it is read.
 */
typedef void (*CoachContentTextFunc) (const char *context,
                                      const char *english,
                                      gpointer    user_data);

CoachContentReader *coach_content_reader_new_from_file (const char            *path,
                                                        const char            *name,
                                                        GError               **error);
CoachContentReader *coach_content_reader_new_from_data (const char            *file,
                                                        const char            *text,
                                                        gsize                  length,
                                                        GError               **error);
void                coach_content_reader_free          (CoachContentReader    *self);
void                coach_content_reader_set_text_func (CoachContentReader    *self,
                                                        CoachContentTextFunc   func,
                                                        gpointer               user_data);
gboolean            coach_content_reader_finish        (CoachContentReader    *self,
                                                        GError               **error);
gboolean            coach_content_reader_failed        (CoachContentReader    *self);
const char         *coach_content_reader_get_file      (CoachContentReader    *self);

/* Where the reader stands. begin_… goes into a member or element, end leaves it. */
gboolean            coach_content_reader_begin_root    (CoachContentReader    *self);
gboolean            coach_content_reader_begin_object  (CoachContentReader    *self,
                                                        const char            *member);
guint               coach_content_reader_begin_array   (CoachContentReader    *self,
                                                        const char            *member,
                                                        guint                  min,
                                                        guint                  max);
gboolean            coach_content_reader_begin_element (CoachContentReader    *self,
                                                        guint                  index);
void                coach_content_reader_end           (CoachContentReader    *self);

/* What it takes from the object it stands in. After a failure each gives an empty value. */
gboolean            coach_content_reader_has           (CoachContentReader    *self,
                                                        const char            *member);
char               *coach_content_reader_dup_string    (CoachContentReader    *self,
                                                        const char            *member,
                                                        guint                  max_chars);
char               *coach_content_reader_dup_id        (CoachContentReader    *self,
                                                        const char            *member);
char               *coach_content_reader_dup_id_or_null (CoachContentReader   *self,
                                                         const char           *member);
char              **coach_content_reader_dup_strings   (CoachContentReader    *self,
                                                        const char            *member,
                                                        guint                  min,
                                                        guint                  max,
                                                        guint                  max_chars);
char              **coach_content_reader_dup_ids       (CoachContentReader    *self,
                                                        const char            *member,
                                                        guint                  min,
                                                        guint                  max);
guint               coach_content_reader_get_uint      (CoachContentReader    *self,
                                                        const char            *member,
                                                        guint                  min,
                                                        guint                  max);
double              coach_content_reader_get_double    (CoachContentReader    *self,
                                                        const char            *member,
                                                        double                 above,
                                                        double                 max);
gboolean            coach_content_reader_get_boolean   (CoachContentReader    *self,
                                                        const char            *member);
guint               coach_content_reader_get_choice    (CoachContentReader    *self,
                                                        const char            *member,
                                                        const char * const    *choices);
void                coach_content_reader_check_known   (CoachContentReader    *self,
                                                        const char            *member,
                                                        const char * const    *values,
                                                        const char * const    *known);
gboolean            coach_content_reader_take_null     (CoachContentReader    *self,
                                                        const char            *member);

/* Texts for people: shown to the text function, then translated. */
char               *coach_content_reader_dup_text      (CoachContentReader    *self,
                                                        const char            *member,
                                                        const char            *context,
                                                        guint                  max_chars);
char               *coach_content_reader_dup_filled_text (CoachContentReader  *self,
                                                          const char          *member,
                                                          const char          *context,
                                                          guint                max_chars);
char              **coach_content_reader_dup_texts     (CoachContentReader    *self,
                                                        const char            *member,
                                                        const char            *context,
                                                        guint                  min,
                                                        guint                  max,
                                                        guint                  max_chars);
char               *coach_content_reader_translate     (CoachContentReader    *self,
                                                        const char            *context,
                                                        const char            *english);

/* Texts that are said aloud: one breath of a voice, or less. */
void                coach_content_reader_check_words   (CoachContentReader    *self,
                                                        const char            *member,
                                                        const char            *text,
                                                        guint                  max_words);
char               *coach_content_reader_dup_spoken    (CoachContentReader    *self,
                                                        const char            *member,
                                                        guint                  max_words);

void                coach_content_reader_fail          (CoachContentReader    *self,
                                                        CoachCatalogError      code,
                                                        const char            *member,
                                                        const char            *format,
                                                        ...) G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachContentReader, coach_content_reader_free)

G_END_DECLS
