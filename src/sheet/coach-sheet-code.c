#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-sheet-code-private.h"

#include <qrencode.h>
#include <string.h>

/* 0.4 mm: a telephone reads a third of a millimetre from the length of a hand, and a copy of a copy
 * is to be read as well. */
#define MODULE_PT   1.14
/* 117 modules: 50 mm on paper, and as fine as cameras of some years ago can still tell apart. */
#define MAX_VERSION 25

/**
 * coach_sheet_code_new:
 * @text: what it holds, in UTF-8
 *
 * Makes a QR code of a text. A fifteenth of it may be soiled, and more where that does not make it
 * finer than can be read.
 *
 * Returns: (transfer full) (nullable): a code; %NULL when the text is too long for one
 */
CoachSheetCode *
coach_sheet_code_new (const char *text)
{
  static const QRecLevel levels[] = { QR_ECLEVEL_M, QR_ECLEVEL_L };

  g_return_val_if_fail (text != NULL && *text != '\0', NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      QRcode *code = QRcode_encodeData ((int) strlen (text), (const unsigned char *) text, 0,
                                        levels[i]);
      CoachSheetCode *self;

      if (code == NULL || code->version > MAX_VERSION)
        {
          g_clear_pointer (&code, QRcode_free);
          continue;
        }
      self = g_new0 (CoachSheetCode, 1);
      self->size = (guint) code->width;
      self->dark = g_new (guint8, self->size * self->size);
      for (guint module = 0; module < self->size * self->size; module++)
        self->dark[module] = code->data[module] & 1;
      QRcode_free (code);
      return self;
    }
  return NULL;
}

/**
 * coach_sheet_code_free:
 * @self: (nullable): a code
 *
 * Frees it.
 */
void
coach_sheet_code_free (CoachSheetCode *self)
{
  if (self == NULL)
    return;
  g_free (self->dark);
  g_free (self);
}

/**
 * coach_sheet_code_get_width_pt:
 * @self: a code
 *
 * Gets how wide it is printed, with the white round it.
 *
 * Returns: points
 */
double
coach_sheet_code_get_width_pt (const CoachSheetCode *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (self->size + 2 * COACH_SHEET_CODE_QUIET) * MODULE_PT;
}

static guint
count_dark (const CoachSheetCode *self,
            guint                 row,
            guint                 column)
{
  guint n = 0;

  while (column + n < self->size && self->dark[row * self->size + column + n])
    n++;
  return n;
}

/**
 * coach_sheet_code_draw:
 * @self: a code
 * @cr: where to draw
 * @x: left edge, with the white round it
 * @y: upper edge
 * @width: how wide it is, with the white round it
 *
 * Draws a code in the colour that is set: each run of dark modules as one rectangle, without seams.
 */
void
coach_sheet_code_draw (const CoachSheetCode *self,
                       cairo_t              *cr,
                       double                x,
                       double                y,
                       double                width)
{
  double module = width / (self->size + 2 * COACH_SHEET_CODE_QUIET);

  g_return_if_fail (self != NULL && cr != NULL);

  x += COACH_SHEET_CODE_QUIET * module;
  y += COACH_SHEET_CODE_QUIET * module;
  for (guint row = 0; row < self->size; row++)
    for (guint column = 0; column < self->size; column++)
      {
        guint n = count_dark (self, row, column);

        if (n == 0)
          continue;
        cairo_rectangle (cr, x + column * module, y + row * module, n * module, module);
        column += n;
      }
  cairo_fill (cr);
}
