#pragma once

#include "session.h"

G_BEGIN_DECLS

#define COACH_SHEET_STILLS 2

/**
 * CoachSheetNote:
 * @label: (nullable): a few words that stand before it
 * @text: (not nullable): a sentence or a few
 *
 * Something that is said. All words are translated.
 */
typedef struct
{
  char *label;
  char *text;
} CoachSheetNote;

/**
 * CoachSheetStill:
 * @path: (not nullable): the file of a picture
 * @caption: (nullable): what it shows
 *
 * A picture of a move.
 */
typedef struct
{
  char *path;
  char *caption;
} CoachSheetStill;

/**
 * CoachSheetStep:
 * @name: the move
 * @heads: (element-type CoachSheetNote): said below the name: what it stands in for, and care
 * @stills: the first and the main position; without a path where there is no picture
 * @is_mirrored: whether the pictures are turned round, because the right side comes first
 * @amount: how much, in a few words
 * @details: (element-type utf8): how often, and rests
 * @n_ticks: boxes to tick a side
 * @sides: (array zero-terminated=1): a word for each side that has boxes; one empty word when the
 *   move has no sides
 * @steps: (array zero-terminated=1): what to do, in order
 * @notes: (element-type CoachSheetNote): breathing, what to feel, mistakes
 *
 * One move of a sheet.
 */
typedef struct
{
  char            *name;
  GPtrArray       *heads;
  CoachSheetStill  stills[COACH_SHEET_STILLS];
  gboolean         is_mirrored;
  char            *amount;
  GPtrArray       *details;
  guint            n_ticks;
  char           **sides;
  char           **steps;
  GPtrArray       *notes;
} CoachSheetStep;

/**
 * CoachSheetLeftOut:
 * @name: the move
 * @why: (nullable): why, in a sentence or a few
 * @still: (nullable): the file of its picture, which is struck through
 *
 * A move to leave out.
 */
typedef struct
{
  char *name;
  char *why;
  char *still;
} CoachSheetLeftOut;

/**
 * CoachSheetSection:
 * @title: its heading
 * @lead: (nullable): said first
 * @items: (element-type utf8): a list
 * @tail: (nullable): said last
 * @is_warning: whether it is set off by a frame
 *
 * What is said after the moves.
 */
typedef struct
{
  char      *title;
  char      *lead;
  GPtrArray *items;
  char      *tail;
  gboolean   is_warning;
} CoachSheetSection;

/**
 * CoachSheetDiary:
 * @title: its heading
 * @hint: how it is filled in
 * @days: (array zero-terminated=1): seven short names of weekdays, in the order of the week
 * @rows: (array zero-terminated=1): what is asked of each day
 *
 * A table of 14 days to fill in.
 */
typedef struct
{
  char  *title;
  char  *hint;
  char **days;
  char **rows;
} CoachSheetDiary;

/**
 * CoachSheetContent:
 * @title: what it is
 * @name_label: the words before the person's name
 * @name: (nullable): the person's name; %NULL for a line to write it on
 * @goal: (nullable): what it is for
 * @facts: (element-type CoachSheetNote): how often, how long, what is needed, for whom it was made
 * @notices: (element-type CoachSheetNote): what to know before the first move
 * @steps: (element-type CoachSheetStep): the moves
 * @left_out_title: the heading of @left_out
 * @left_out: (element-type CoachSheetLeftOut): what to leave out, with pictures
 * @left_out_more: (nullable): what else to leave out, in a sentence
 * @sections: (element-type CoachSheetSection): what is said after that
 * @diary: the table; without a title when there is none
 * @code: (nullable): the text of a two-dimensional code
 * @code_note: (nullable): what the code is, or why there is none
 * @origin: who made it, with what and when
 * @disclaimer: what it is not
 * @has_pictures: whether room is made for pictures
 * @is_card: whether it is to have room on one page, so that sections are set close
 * @is_rtl: whether the language is written from right to left
 * @made: (not nullable): when it was made
 *
 * All that a sheet says: strings and numbers, in the words of the person's language.
 */
typedef struct
{
  char            *title;
  char            *name_label;
  char            *name;
  char            *goal;
  GPtrArray       *facts;
  GPtrArray       *notices;
  GPtrArray       *steps;
  char            *left_out_title;
  GPtrArray       *left_out;
  char            *left_out_more;
  GPtrArray       *sections;
  CoachSheetDiary  diary;
  char            *code;
  char            *code_note;
  char            *origin;
  char            *disclaimer;
  gboolean         has_pictures;
  gboolean         is_card;
  gboolean         is_rtl;
  GDateTime       *made;
} CoachSheetContent;

CoachSheetContent *coach_sheet_content_new          (void);
void               coach_sheet_content_free         (CoachSheetContent *self);
void               coach_sheet_notes_add            (GPtrArray         *notes,
                                                     const char        *label,
                                                     const char        *text);
CoachSheetStep    *coach_sheet_content_add_step     (CoachSheetContent *self,
                                                     const char        *name);
CoachSheetLeftOut *coach_sheet_content_add_left_out (CoachSheetContent *self,
                                                     const char        *name,
                                                     const char        *why);
CoachSheetSection *coach_sheet_content_add_section  (CoachSheetContent *self,
                                                     const char        *title,
                                                     gboolean           is_warning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSheetContent, coach_sheet_content_free)

G_END_DECLS
