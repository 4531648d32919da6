#include "ui/wizard/line-popover.h"

static void
on_closed (GtkPopover *popover, gpointer beside)
{
  g_signal_handlers_disconnect_by_func (popover, on_closed, beside);
  gtk_widget_grab_focus (beside);
}

void
quan_line_popover_open (GtkPopover *popover, GtkWidget *beside)
{
  graphene_rect_t bounds;

  g_return_if_fail (GTK_IS_POPOVER (popover) && GTK_IS_WIDGET (beside));

  if (gtk_widget_compute_bounds (beside, gtk_widget_get_parent (GTK_WIDGET (popover)), &bounds))
    gtk_popover_set_pointing_to (popover, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                            (int) bounds.size.width, (int) bounds.size.height });
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), beside, 0);
  gtk_popover_popup (popover);
}
