#pragma once

#include <gtk/gtk.h>

#include "host.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * CoachPrintPages:
 * @lay_out: lays the pages out for a paper, as often as a preview asks for it, and returns how many
 *   there are, or 0 with an error
 * @draw_page: draws one; a unit is a point, and the corner of the paper is at the origin
 * @describe_error: says in translated sentences why there are no pages
 * @free: frees what is printed
 *
 * How something becomes pages.
 */
typedef struct
{
  guint          (*lay_out)        (gpointer               pages,
                                    const CoachPageSetup  *setup,
                                    GError               **error);
  void           (*draw_page)      (gpointer               pages,
                                    cairo_t               *cr,
                                    guint                  page);
  char          *(*describe_error) (const GError          *error);
  GDestroyNotify   free;
} CoachPrintPages;

#define COACH_TYPE_PRINT_OPERATION (coach_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (CoachPrintOperation, coach_print_operation, COACH, PRINT_OPERATION,
                      GtkPrintOperation)

CoachPrintOperation *coach_print_operation_new       (CoachPlaces           *places,
                                                      const char            *title,
                                                      const CoachPrintPages *pages,
                                                      gpointer               data);
void                 coach_print_operation_set_paper (CoachPrintOperation   *self,
                                                      CoachPaper             paper);
void                 coach_print_operation_run       (CoachPrintOperation   *self,
                                                      GtkWindow             *parent);

G_END_DECLS
