/* Where everything of a sheet is. For the module and its tests alone. */
#pragma once

#include <pango/pango.h>

#include "coach-paper.h"
#include "coach-sheet-content.h"

G_BEGIN_DECLS

/**
 * CoachSheetBoxKind:
 * @COACH_SHEET_BOX_TEXT: a text
 * @COACH_SHEET_BOX_RULE: a line along its upper edge, or down its left one when it has no width
 * @COACH_SHEET_BOX_FRAME: a rectangle round other boxes
 * @COACH_SHEET_BOX_PICTURE: a picture
 * @COACH_SHEET_BOX_STRIKE: a cross over a picture
 * @COACH_SHEET_BOX_TICK: a square to tick
 * @COACH_SHEET_BOX_CODE: a two-dimensional code
 *
 * What is drawn.
 */
typedef enum
{
  COACH_SHEET_BOX_TEXT,
  COACH_SHEET_BOX_RULE,
  COACH_SHEET_BOX_FRAME,
  COACH_SHEET_BOX_PICTURE,
  COACH_SHEET_BOX_STRIKE,
  COACH_SHEET_BOX_TICK,
  COACH_SHEET_BOX_CODE,
} CoachSheetBoxKind;

/**
 * CoachSheetBox:
 * @kind: what it is
 * @x: left edge
 * @y: upper edge
 * @width: how wide
 * @height: how high
 * @line_pt: how thick its lines are
 * @layout: (owned) (nullable): the text
 * @path: (nullable): the file of a picture, which lives in the content
 * @is_mirrored: whether the picture is turned round
 *
 * Something on a page, in points.
 */
typedef struct
{
  CoachSheetBoxKind  kind;
  double             x;
  double             y;
  double             width;
  double             height;
  double             line_pt;
  PangoLayout       *layout;
  const char        *path;
  gboolean           is_mirrored;
} CoachSheetBox;

typedef enum
{
  COACH_SHEET_TITLE,
  COACH_SHEET_HEADING,
  COACH_SHEET_NAME,
  COACH_SHEET_AMOUNT,
  COACH_SHEET_TEXT,
  COACH_SHEET_SMALL,
  COACH_SHEET_SMALL_BOLD,
  COACH_SHEET_FOOT,
} CoachSheetStyle;

/**
 * CoachSheetFlow:
 * @text: (owned): a paragraph
 * @bold: bytes of it that are bold, from its beginning
 * @style: how it is set
 * @indent: how far its further lines are moved in, in points; what stands before its tab hangs out
 * @before: white above it
 *
 * A paragraph that may be broken over pages, between its lines.
 */
typedef struct
{
  char            *text;
  guint            bold;
  CoachSheetStyle  style;
  double           indent;
  double           before;
} CoachSheetFlow;

/**
 * CoachSheetBlock:
 * @boxes: (element-type CoachSheetBox): what stays together, measured from the block's corner
 * @height: of these boxes
 * @flows: (element-type CoachSheetFlow): paragraphs
 * @flow_x: left edge of the paragraphs
 * @flow_y: upper edge of the first
 * @flow_width: how wide they are
 * @after: white below
 * @again: (nullable): the heading of what goes on on the next page
 * @is_framed: whether it is set off by a frame
 *
 * What a page break does not go through, unless it is higher than a page.
 */
typedef struct
{
  GArray     *boxes;
  double      height;
  GArray     *flows;
  double      flow_x;
  double      flow_y;
  double      flow_width;
  double      after;
  const char *again;
  gboolean    is_framed;
} CoachSheetBlock;

/**
 * CoachSheetLayout:
 * @content: what is laid out
 * @setup: the paper
 * @is_large: whether it is in large print
 * @context: (owned): for text
 * @pages: (element-type GArray): a list of boxes a page
 * @width: between the margins
 * @top: where a page begins below its header
 * @bottom: where it ends above its footer
 * @y: where it goes on
 * @is_too_small: whether something has no room on this paper
 *
 * A sheet that is being laid out.
 */
typedef struct
{
  const CoachSheetContent *content;
  CoachPageSetup           setup;
  gboolean                 is_large;
  PangoContext            *context;
  GPtrArray               *pages;
  double                   width;
  double                   top;
  double                   bottom;
  double                   y;
  gboolean                 is_too_small;
} CoachSheetLayout;

/* coach-sheet-layout.c */
void         coach_sheet_layout_init      (CoachSheetLayout        *self,
                                           const CoachSheetContent *content,
                                           const CoachPageSetup    *setup,
                                           gboolean                 is_large);
void         coach_sheet_layout_clear     (CoachSheetLayout        *self);
void         coach_sheet_layout_place     (CoachSheetLayout        *self,
                                           CoachSheetBlock         *block);
double       coach_sheet_layout_get_body  (const CoachSheetLayout  *self);

/* coach-sheet-block.c */
double       coach_sheet_get_size         (const CoachSheetLayout  *self,
                                           CoachSheetStyle          style);
PangoLayout *coach_sheet_make_text        (const CoachSheetLayout  *self,
                                           const char              *text,
                                           CoachSheetStyle          style,
                                           double                   width);
PangoLayout *coach_sheet_make_flow        (const CoachSheetLayout  *self,
                                           const CoachSheetFlow    *flow,
                                           double                   width);
void         coach_sheet_block_init       (CoachSheetBlock         *self,
                                           double                   flow_width);
void         coach_sheet_block_clear      (CoachSheetBlock         *self);
void         coach_sheet_block_put        (CoachSheetBlock         *self,
                                           CoachSheetBox            box);
double       coach_sheet_block_put_text   (CoachSheetBlock         *self,
                                           PangoLayout             *layout,
                                           double                   x,
                                           double                   y,
                                           double                   width);
void         coach_sheet_block_flow       (CoachSheetBlock         *self,
                                           const char              *label,
                                           const char              *text,
                                           CoachSheetStyle          style,
                                           double                   before);
void         coach_sheet_block_flow_item  (CoachSheetBlock         *self,
                                           const char              *mark,
                                           const char              *text,
                                           CoachSheetStyle          style,
                                           double                   indent,
                                           double                   before);
double       coach_sheet_block_get_height (const CoachSheetLayout  *layout,
                                           const CoachSheetBlock   *self);

/* coach-sheet-steps.c, coach-sheet-parts.c, coach-sheet-diary.c */
void         coach_sheet_layout_add_steps (CoachSheetLayout        *self);
void         coach_sheet_layout_add_head  (CoachSheetLayout        *self);
void         coach_sheet_layout_add_left_out (CoachSheetLayout     *self);
void         coach_sheet_layout_add_sections (CoachSheetLayout     *self);
void         coach_sheet_layout_add_diary (CoachSheetLayout        *self);
void         coach_sheet_layout_add_code  (CoachSheetLayout        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachSheetBlock, coach_sheet_block_clear)

G_END_DECLS
